using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Baseline;

/// <summary>
/// Names symbols for a baseline: by their documentation ID, and where they have none, by words that stay the same when a local is renamed, a
/// line moved or a file renamed. No name holds white space.
/// </summary>
public static class BaselineKeys
{
    /// <summary>The member that a finding belongs to: what is declared in a body belongs to the member around it.</summary>
    public static string OfMember(ISymbol symbol) => NameOf(DeclaredMember(symbol));

    /// <summary>The key of a finding in the body of a member.</summary>
    public static BaselineKey InBody(string rule, string member, ISymbol subject) => new(rule, member, NameOf(subject));

    /// <summary>The key of a finding about the declaration of a member.</summary>
    public static BaselineKey OfDeclaration(string rule, string member, ISymbol subject)
    {
        var name = NameOf(subject);
        return new(rule, member, name == member ? "" : BaselineKey.DeclarationMark + name);
    }

    /// <summary>The declaration that an edit of a body cannot rename: not a lambda, a local function or an implementing part.</summary>
    private static ISymbol DeclaredMember(ISymbol symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } or ILocalSymbol or IParameterSymbol or ITypeParameterSymbol or ILabelSymbol or IRangeVariableSymbol)
            symbol = symbol.ContainingSymbol;
        return symbol;
    }

    private static string NameOf(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        var name = DocumentationId(symbol) ?? symbol switch
        {
            IParameterSymbol parameter => $"parameter#{parameter.Ordinal}",
            ITypeParameterSymbol parameter => $"typeparameter#{parameter.Ordinal}",
            ILocalSymbol local => $"local:{NameOf(local.Type)}",
            ITypeSymbol type => $"type:{type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)}",
            IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => "lambda",
            IMethodSymbol { MethodKind: MethodKind.LocalFunction } => "localfunction",
            IAssemblySymbol assembly => $"A:{assembly.Name}",
            _ => symbol.Kind.ToString().ToLowerInvariant(),
        };
        return name.Any(char.IsWhiteSpace) ? string.Concat(name.Select(character => char.IsWhiteSpace(character) ? '_' : character)) : name;
    }

    private static string? DocumentationId(ISymbol symbol)
    {
        if (symbol is ITypeParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
            return null;
        var id = symbol.GetDocumentationCommentId();
        if (id is null || id.Length <= "T:".Length)
            return null;

        // Types that are local to their files may share a name, and so their IDs.
        for (var type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal && type.Locations.FirstOrDefault()?.SourceTree is { } tree)
                return $"{id}|{System.IO.Path.GetFileName(tree.FilePath)}";
        }

        return id;
    }
}
