using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model;

/// <summary>Names as one writes them in source.</summary>
public static class Names
{
    /// <summary>The name of a symbol; a keyword gets its <c>@</c>.</summary>
    public static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
