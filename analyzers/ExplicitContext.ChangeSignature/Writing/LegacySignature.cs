using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>
/// Keeps a public signature: the member becomes an internal overload, and after it stands the old signature, which reads the ambient and hands
/// it on. So what other assemblies see stays as it is.
/// </summary>
internal static class LegacySignature
{
    /// <summary>Writes it; answers why not, as one sentence.</summary>
    public static string? Write(SignatureChange change, Declaration declaration, SourceText text, Draft draft)
    {
        var (file, node, member) = declaration;
        if (HandedContext.AmbientFor(change, file, node.SpanStart) is not { } ambient)
            return $"No ambient accessor yields what the old signature of '{MemberName.Of(member)}' would have to hand on.";

        HideOverload(change, (MemberDeclarationSyntax)node, file, draft);
        if (declaration.HasBody)
            draft.Add(change, file, Signature(change, declaration, ambient).After(text));
        return null;
    }

    private static LegacySignatureText Signature(SignatureChange change, Declaration declaration, IReadOnlyList<string> ambient)
    {
        var (file, node, member) = declaration;
        return new((BaseMethodDeclarationSyntax)node, member, file.Model)
        {
            Arguments = Inserted(member, LegacySignatureText.ArgumentOf, ambient),
            Types = Inserted(
                member,
                parameter => LegacySignatureText.TypeOf(parameter, file.Model, node.SpanStart),
                change.Parameters.Select(parameter => AmbientText.Of(parameter.Type.Type, file.Model, node.SpanStart))),
        };
    }

    /// <summary>What stands for the parameters of a member, and for the contexts at their place among them.</summary>
    private static IReadOnlyList<string> Inserted(IMethodSymbol member, Func<IParameterSymbol, string> textOf, IEnumerable<string> contexts)
    {
        var index = OverloadShape.ContextOrdinal(member);
        var own = member.Parameters.Select(textOf).ToList();
        return [.. own.Take(index), .. contexts, .. own.Skip(index)];
    }

    /// <summary>The overload is for this assembly and, where the member was protected, its heirs here.</summary>
    private static void HideOverload(SignatureChange change, MemberDeclarationSyntax node, SourceFile file, Draft draft)
    {
        var isInternal = node.Modifiers.Any(SyntaxKind.InternalKeyword);
        foreach (var modifier in node.Modifiers)
        {
            if (modifier.IsKind(SyntaxKind.PublicKeyword))
                draft.Add(change, file, modifier.Span, "internal");
            else if (modifier.IsKind(SyntaxKind.ProtectedKeyword) && !isInternal)
                draft.Add(change, file, modifier.Span, "private protected");
            else if (modifier.IsKind(SyntaxKind.ProtectedKeyword) || modifier.IsKind(SyntaxKind.NewKeyword))
                draft.Add(change, file, TextSpan.FromBounds(modifier.SpanStart, modifier.GetNextToken().SpanStart), "");
        }
    }
}
