using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.StaticState;

/// <summary>Where a type names what, in all its parts and nested types: each type is read once, however many members are asked for. Safe for concurrent use.</summary>
internal sealed class NamesInTypes
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ILookup<string, IdentifierNameSyntax>> types = new(SymbolEqualityComparer.Default);

    /// <summary>Every place in the type that says the name; declarations aside.</summary>
    public IEnumerable<IdentifierNameSyntax> Of(INamedTypeSymbol type, string name, CancellationToken cancellationToken) =>
        types.GetOrAdd(type, read => Read(read, cancellationToken))[name];

    private static ILookup<string, IdentifierNameSyntax> Read(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .ToLookup(name => name.Identifier.ValueText, StringComparer.Ordinal);
}
