using Microsoft.CodeAnalysis;

namespace ExplicitContext.Migration.Analysis;

/// <summary>A declaration, named for people and for tools.</summary>
/// <param name="Id">Its name in a baseline, as a rule the documentation ID.</param>
/// <param name="FullName">Its name in C#, with namespace and types.</param>
/// <param name="Kind">What it is: the word of SARIF's logical locations.</param>
public sealed record CodeMember(string Id, string FullName, string Kind)
{
    /// <summary>Describes a symbol under the name by which it was found.</summary>
    public static CodeMember Of(string id, ISymbol? symbol) =>
        new(id, symbol?.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) ?? id, KindOf(symbol));

    private static string KindOf(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol => "function",
        INamespaceSymbol => "namespace",
        ITypeSymbol => "type",
        IParameterSymbol => "parameter",
        _ => "member",
    };
}
