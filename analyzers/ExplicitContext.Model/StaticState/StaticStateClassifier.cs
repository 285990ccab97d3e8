using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.StaticState;

/// <summary>
/// Finds mutable process-global state, member by member. Create one for a compilation; it is safe for concurrent use and remembers what it
/// learned about types.
/// </summary>
/// <remarks>
/// Not state: constants; readonly members of types that cannot change, deeply (see <see cref="ImmutableTypes"/>); locks; readonly delegates;
/// private readonly arrays and collections of what cannot change, that their type only reads; empty arrays; what the compiler or a tool generated; members with a complete
/// audit, by <c>[AuditedStatic]</c> or by configuration. A property or event without storage of its own is no state either: the field behind it is.
/// </remarks>
/// <param name="compilation">The compilation that the members are of.</param>
/// <param name="contexts">What is audited in it by configuration; without it, only attributes count.</param>
public sealed class StaticStateClassifier(Compilation compilation, ContextModel? contexts = null)
{
    private readonly ImmutableTypes immutable = new(compilation);

    /// <summary>Says what state a member is, or null where it is none.</summary>
    public StaticState? Classify(ISymbol member, CancellationToken cancellationToken)
    {
        if (member is not { IsStatic: true, IsAbstract: false, IsImplicitlyDeclared: false } || StoredType(member) is not { } type || IsGenerated(member) || IsAudited(member))
        {
            return null;
        }

        var uses = new MemberUses(member, cancellationToken);
        var shape = ShapeOf(member, type);
        if (shape == StaticShape.ReadOnlyOfMutableType && IsHarmless(type, uses))
        {
            return null;
        }

        var isSingleton = IsSingleton(member, type);
        return new StaticState(member, type, shape, StaticKinds.Of(member, type, shape, isSingleton, immutable.Contains(type), uses), isSingleton);
    }

    /// <summary>
    /// Whether a member looks like state by its declaration alone, a readonly array, collection or object of a class, and was found to be none:
    /// its type only reads it, or nothing in it can change.
    /// </summary>
    public bool IsHarmlessReadOnly(ISymbol member, CancellationToken cancellationToken) =>
        member is { IsStatic: true, IsAbstract: false, IsImplicitlyDeclared: false }
        && StoredType(member) is { } type
        && ShapeOf(member, type) == StaticShape.ReadOnlyOfMutableType
        && !immutable.IsPlainlyImmutable(type)
        && !IsGenerated(member)
        && IsHarmless(type, new MemberUses(member, cancellationToken));

    private bool IsHarmless(ITypeSymbol type, MemberUses uses) =>
        immutable.Contains(uses.ConstructedType(compilation) ?? type)
        || uses.HaveEmptyArray(type)
        || uses.AreReadsOfCollection(type) && ElementsOf(type).All(immutable.Contains);

    private static IEnumerable<ITypeSymbol> ElementsOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol named => named.TypeArguments,
        _ => [],
    };

    /// <summary>The type of what the member stores; null where it stores nothing.</summary>
    private static ITypeSymbol? StoredType(ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: false } field => field.Type,
        IPropertySymbol property when HasStorage(property) => property.Type,
        IEventSymbol { AddMethod.IsImplicitlyDeclared: true } @event => @event.Type,
        _ => null,
    };

    private static bool HasStorage(IPropertySymbol property) =>
        property.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static StaticShape ShapeOf(ISymbol member, ITypeSymbol type) => (type.OriginalDefinition.ToDisplayString(), member) switch
    {
        (_, IFieldSymbol) when HasAttribute(member, "ThreadStaticAttribute", "System") => StaticShape.ThreadStatic,
        ("System.Threading.ThreadLocal<T>", _) => StaticShape.ThreadLocal,
        ("System.Threading.AsyncLocal<T>", _) => StaticShape.AsyncLocal,
        (_, IEventSymbol) => StaticShape.Event,
        (_, IFieldSymbol { IsReadOnly: false }) => StaticShape.AssignableField,
        (_, IPropertySymbol { SetMethod: not null }) => StaticShape.SettableProperty,
        ("System.Lazy<T>", _) => StaticShape.Lazy,
        _ => StaticShape.ReadOnlyOfMutableType,
    };

    private static bool IsSingleton(ISymbol member, ITypeSymbol type) =>
        IsOfType(type, member.ContainingType)
        && member.ContainingType is { TypeKind: TypeKind.Class } declaring
        && declaring.InstanceConstructors.All(constructor => constructor.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
        && declaring.GetMembers().Count(other => other is { IsStatic: true } and not IFieldSymbol { AssociatedSymbol: not null } && StoredType(other) is { } stored && IsOfType(stored, declaring)) == 1;

    private static bool IsOfType(ITypeSymbol type, INamedTypeSymbol declaring)
    {
        var held = type is INamedTypeSymbol { Name: "Lazy", TypeArguments: [var inner] } ? inner : type;
        return SymbolEqualityComparer.Default.Equals(held.OriginalDefinition, declaring.OriginalDefinition);
    }

    private bool IsAudited(ISymbol member) => (contexts?.GetAudit(member) ?? ContextModel.GetDeclaredAudit(member)) is { IsComplete: true };

    private static bool IsGenerated(ISymbol member)
    {
        for (ISymbol? symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (HasAttribute(symbol, "GeneratedCodeAttribute", "Compiler") || HasAttribute(symbol, "CompilerGeneratedAttribute", "CompilerServices"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAttribute(ISymbol symbol, string name, string containingNamespace) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.Name == containingNamespace);
}
