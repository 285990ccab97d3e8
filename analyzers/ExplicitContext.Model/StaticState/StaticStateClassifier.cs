using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.StaticState;

/// <summary>
/// Finds mutable process-global state, member by member. Create one for a compilation; it is safe for concurrent use and remembers what it
/// learned about types.
/// </summary>
/// <remarks>
/// Not state: constants; readonly members of types that cannot change, deeply (see <see cref="ImmutableTypes"/>); locks; readonly delegates;
/// private readonly arrays and collections that their type only reads; what the compiler or a tool generated; members with a complete
/// <c>[AuditedStatic]</c>. A property or event without storage of its own is no state either: the field behind it is.
/// </remarks>
public sealed class StaticStateClassifier(Compilation compilation)
{
    private readonly ImmutableTypes immutable = new(compilation);

    /// <summary>Says what state a member is, or null where it is none.</summary>
    public StaticState? Classify(ISymbol member, CancellationToken cancellationToken)
    {
        if (member is not { IsStatic: true, IsAbstract: false, IsImplicitlyDeclared: false } || StoredType(member) is not { } type || IsGenerated(member) || IsAudited(member))
        {
            return null;
        }

        var uses = new StaticUses(member, cancellationToken);
        return ShapeOf(member, type, uses) is { } shape
            ? new StaticState(member, type, shape, StaticKinds.Of(member, type, shape, uses), IsSingleton(member, type))
            : null;
    }

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

    private StaticShape? ShapeOf(ISymbol member, ITypeSymbol type, StaticUses uses)
    {
        if (member is IFieldSymbol && HasAttribute(member, "ThreadStaticAttribute", "System"))
        {
            return StaticShape.ThreadStatic;
        }

        return (type.OriginalDefinition.ToDisplayString(), member) switch
        {
            ("System.Threading.ThreadLocal<T>", _) => StaticShape.ThreadLocal,
            ("System.Threading.AsyncLocal<T>", _) => StaticShape.AsyncLocal,
            (_, IEventSymbol) => StaticShape.Event,
            (_, IFieldSymbol { IsReadOnly: false }) => StaticShape.AssignableField,
            (_, IPropertySymbol { SetMethod: not null }) => StaticShape.SettableProperty,
            ("System.Lazy<T>", _) => StaticShape.Lazy,
            _ when immutable.Contains(uses.ConstructedType(compilation) ?? type) || uses.AreReadsOfCollection(type) => null,
            _ => StaticShape.ReadOnlyOfMutableType,
        };
    }

    private static bool IsSingleton(ISymbol member, ITypeSymbol type)
    {
        var held = type is INamedTypeSymbol { Name: "Lazy", TypeArguments: [var inner] } ? inner : type;
        return SymbolEqualityComparer.Default.Equals(held.OriginalDefinition, member.ContainingType.OriginalDefinition)
            && member.ContainingType is { TypeKind: TypeKind.Class, InstanceConstructors: var constructors }
            && constructors.All(constructor => constructor.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal);
    }

    private static bool IsAudited(ISymbol member) =>
        KnownAttributes.Find(member, KnownAttributes.AuditedStatic) is { } audit
        && new[] { "Owner", "Reason", "Until" }.All(name => !string.IsNullOrWhiteSpace(audit.NamedString(name)));

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
