using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model;

/// <summary>Names as one writes them in source.</summary>
public static class Names
{
    /// <summary>The name of a symbol; a keyword gets its <c>@</c>.</summary>
    public static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The name of the member in what names it: <c>Foo</c>, <c>x.Foo</c> or the <c>.Foo</c> behind a <c>?</c>.</summary>
    public static SimpleNameSyntax? In(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax simple => simple,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    /// <summary>The name itself, or with the first number that makes it one that is not in use.</summary>
    public static string Free(string name, Func<string, bool> isUsed)
    {
        if (!isUsed(name)) return name;
        for (var number = 1; ; number++)
        {
            if (!isUsed(name + number)) return name + number;
        }
    }
}
