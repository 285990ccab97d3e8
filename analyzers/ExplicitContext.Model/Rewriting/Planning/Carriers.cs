using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>Finds the context that an object holds for its whole life. Its members need not be handed one.</summary>
internal sealed class Carriers(ContextModel contexts, ContextLookup lookup)
{
    private readonly Dictionary<INamedTypeSymbol, List<(ContextType Context, string Expression)>> held = new(SymbolEqualityComparer.Default);

    /// <summary>How a member of an instance writes the context that the instance holds, or null where it holds none that leads to the wanted one.</summary>
    public string? Expression(IMethodSymbol member, ContextType wanted) =>
        member is { IsStatic: false, MethodKind: not (MethodKind.Constructor or MethodKind.Destructor), ContainingType: { TypeKind: TypeKind.Class or TypeKind.Struct } type }
            ? HeldBy(type.OriginalDefinition).Select(holder => lookup.Path(holder.Context, holder.Expression, wanted)).FirstOrDefault(path => path is not null)
            : null;

    private List<(ContextType Context, string Expression)> HeldBy(INamedTypeSymbol type)
    {
        if (!held.TryGetValue(type, out var found))
        {
            held.Add(type, found = [.. Find(type)]);
        }

        return found;
    }

    private IEnumerable<(ContextType Context, string Expression)> Find(INamedTypeSymbol type)
    {
        if (contexts.ContextOf(type) is { } own)
        {
            yield return (own, "this");
        }

        foreach (var parameter in PrimaryParameters(type))
        {
            if (Context(parameter.Type) is { } context)
            {
                yield return (context, Names.Escaped(parameter.Name));
            }
        }

        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            var isCarrier = contexts.IsCarrier(at.OriginalDefinition);
            foreach (var member in at.GetMembers().Where(member => member is { IsStatic: false, CanBeReferencedByName: true } && contexts.Compilation.IsSymbolAccessibleWithin(member, type)))
            {
                if (HeldType(member, isCarrier) is { } heldType && Context(heldType) is { } context)
                {
                    yield return (context, "this." + Names.Escaped(member.Name));
                }
            }
        }
    }

    private ContextType? Context(ITypeSymbol type) => type.NullableAnnotation == NullableAnnotation.Annotated ? null : contexts.ContextOf(type);

    /// <summary>What cannot change while the object lives; of a declared carrier, also what is merely kept.</summary>
    private static ITypeSymbol? HeldType(ISymbol member, bool isCarrier) => member switch
    {
        IFieldSymbol { IsImplicitlyDeclared: false } field when field.IsReadOnly || isCarrier => field.Type,
        IPropertySymbol { IsIndexer: false, IsAbstract: false } property when IsStored(property) && (property.SetMethod is null or { IsInitOnly: true } || isCarrier) => property.Type,
        _ => null,
    };

    private static bool IsStored(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static IEnumerable<IParameterSymbol> PrimaryParameters(INamedTypeSymbol type) => type.IsRecord
        ? []
        : type.InstanceConstructors
            .Where(constructor => constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is TypeDeclarationSyntax)
            .SelectMany(constructor => constructor.Parameters)
            .Where(parameter => parameter.RefKind == RefKind.None);
}
