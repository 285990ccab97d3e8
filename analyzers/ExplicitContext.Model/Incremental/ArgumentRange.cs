using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Incremental;

/// <summary>With how many arguments a member can be called.</summary>
/// <param name="Least">No fewer.</param>
/// <param name="Most">No more.</param>
public readonly record struct ArgumentRange(int Least, int Most)
{
    /// <summary>With any number: nobody can tell, or something else than a method is called.</summary>
    public static ArgumentRange Unlimited { get; } = new(0, int.MaxValue);

    /// <summary>Whether a mention can be a call of such a member.</summary>
    public bool Admits(int arguments) => arguments == Mention.Unknown || arguments >= Least && arguments <= Most;

    /// <summary>
    /// As a declaration tells it. An override may be called with the default values, and with the <c>params</c>, of its base; the other part of a partial method may have them.
    /// </summary>
    internal static ArgumentRange Of(BaseMethodDeclarationSyntax method)
    {
        var parameters = method.ParameterList.Parameters;
        if (method.Modifiers.Any(SyntaxKind.OverrideKeyword) || method.Modifiers.Any(SyntaxKind.PartialKeyword) || parameters.Any(parameter => parameter.Type is null))
        {
            return Unlimited;
        }

        // An attribute can make a parameter optional.
        var least = parameters.Count(parameter => parameter.Default is null && parameter.AttributeLists.Count == 0 && !parameter.Modifiers.Any(SyntaxKind.ParamsKeyword));
        var most = parameters.Any(parameter => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)) ? int.MaxValue : parameters.Count;
        return method.Parent is not (ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax or InterfaceDeclarationSyntax) ? new(least, Math.Max(most, most + 1))
            : parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword) ? new(Math.Max(least - 1, 0), most)
            : new(least, most);
    }
}
