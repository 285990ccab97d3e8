using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.StaticState;

/// <summary>
/// Finds mutable process-global state, member by member. Create one for a compilation; it is safe for concurrent use and remembers what it
/// learned about types.
/// </summary>
/// <remarks>
/// Not state: constants; readonly members of types that cannot change, deeply (see <see cref="ImmutableTypes"/>), or whose very value cannot (see <see cref="InitialValues"/>); locks; readonly delegates;
/// private readonly arrays, collections and objects that their type only reads; internal arrays that it fills and then only reads; empty arrays; objects that stand for nothing
/// (see <see cref="Sentinels"/>) or for one of a few fixed cases; what the compiler or a tool generated; members with a complete
/// audit, by <c>[AuditedStatic]</c> or by configuration. A property or event without storage of its own is no state either: the field behind it is.
/// </remarks>
public sealed class StaticStateClassifier
{
    private readonly Compilation compilation;
    private readonly ContextModel? contexts;
    private readonly NamesInTypes names;
    private readonly SelfChanges selfChanges = new();
    private readonly ChangedNamesOfCompilation changedNames;
    private readonly ImmutableTypes immutable;

    /// <summary>Classifies the members of a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="contexts">What is audited in it by configuration; without it, only attributes count.</param>
    /// <param name="read">Takes a file up, or remembers what was learned of it; safe for concurrent use.</param>
    public StaticStateClassifier(Compilation compilation, ContextModel? contexts = null, Func<SyntaxTree, NamesInFile>? read = null)
    {
        this.compilation = compilation;
        this.contexts = contexts;
        read = NamesInFile.Remembering(read);
        names = new(read);
        changedNames = new(compilation, read);
        immutable = new(compilation, names, changedNames);
    }

    /// <summary>Says what state a member is, or null where it is none.</summary>
    public StaticState? Classify(ISymbol member, CancellationToken cancellationToken)
    {
        if (!IsStored(member, out var type) || IsAudited(member))
        {
            return null;
        }

        var uses = UsesOf(member, cancellationToken);
        var shape = ShapeOf(member, type);
        var isHarmless = new Lazy<bool>(() => WhyHarmless(member, type, uses, cancellationToken) is not null, isThreadSafe: false);
        if (shape == StaticShape.ReadOnlyOfMutableType && isHarmless.Value)
        {
            return null;
        }

        var isSingleton = IsSingleton(member, type);
        var isSeam = StaticSeams.Contains(member, type, shape, uses);
        var kinds = new StaticKinds(member, type, shape, isSingleton, isSeam, isHarmless, IsFixedCase(member, type), uses);
        var kind = kinds.Kind;
        var placement = Placements.Of(member, type, shape, kind, isSingleton, immutable.WhatChanges(type), uses);
        return new StaticState(member, type, shape, kind, isSingleton, isSeam, placement) { CanBeReadOnly = kinds.CanBeReadOnly };
    }

    /// <summary>
    /// Why a member that looks like state by its declaration alone, a readonly array, collection or object of a class, is none; null where it does
    /// not look so, or is state. A clause, such as <c>its type only reads it</c>.
    /// </summary>
    public string? WhyHarmlessReadOnly(ISymbol member, CancellationToken cancellationToken) =>
        IsStored(member, out var type) && ShapeOf(member, type) == StaticShape.ReadOnlyOfMutableType && !immutable.IsPlainlyImmutable(type)
            ? WhyHarmless(member, type, UsesOf(member, cancellationToken), cancellationToken)
            : null;

    private MemberUses UsesOf(ISymbol member, CancellationToken cancellationToken) => new(member, names, changedNames, cancellationToken);

    private string? WhyHarmless(ISymbol member, ITypeSymbol type, MemberUses uses, CancellationToken cancellationToken)
    {
        if (FrameworkTypes.IsView(type) && immutable.Contains(type))
        {
            return "nothing in its type can change";
        }

        var values = new InitialValues(compilation, immutable, cancellationToken);
        var value = uses.FirstValue;
        var constructed = value is null ? null : values.ConstructedType(value, type);
        return immutable.Contains(constructed ?? type) ? "nothing in its type can change"
            : value is not null && values.IsConstant(value) ? "nothing in its value can change"
            : type.SpecialType == SpecialType.System_Object && constructed is not null && constructed.Locations.Any(location => location.IsInSource) ? "as an 'object' it is only compared and handed on"
            : uses.HaveEmptyArray(type) ? "the array is empty"
            : HasConstantElements(type, value, values) && uses.AreReadsOfCollection(type) ? "its type only reads it"
            : Sentinels.IsNameOf(member) && !(StaticKinds.IsCollection(type) && (uses.AreChangesOfContent || uses.AreFillingAtStart)) ? "it stands for nothing, and is only handed on"
            : (constructed ?? type) is INamedTypeSymbol { TypeKind: TypeKind.Class } held && IsUnchanged(member, held, uses) ? "nothing changes it"
            : null;
    }

    private bool HasConstantElements(ITypeSymbol type, ExpressionSyntax? value, InitialValues values) =>
        ElementsOf(type).All(immutable.Contains) || value is not null && values.HasConstantElements(value);

    /// <summary>Whether its type does nothing with the object that would change it, or it is one of a few fixed cases of a type that never changes itself.</summary>
    private bool IsUnchanged(ISymbol member, INamedTypeSymbol type, MemberUses uses) =>
        type.Locations.Any(location => location.IsInSource)
        && (uses.AreReadsOfObject(method => selfChanges.Contains(type, method)) || IsFixedCase(member, type) && !selfChanges.Any(type));

    private static bool IsFixedCase(ISymbol member, ITypeSymbol type) =>
        type is INamedTypeSymbol named && IsKindOf(named, member.ContainingType) && member.ContainingType.GetMembers().Count(other => other is { IsStatic: true } and not IFieldSymbol { AssociatedSymbol: not null } && StoredType(other) is INamedTypeSymbol stored && IsKindOf(stored, member.ContainingType)) >= 2;

    private static bool IsKindOf(INamedTypeSymbol type, INamedTypeSymbol declaring)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, declaring.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<ITypeSymbol> ElementsOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { ElementType: IArrayTypeSymbol row } => ElementsOf(row),
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol named => named.TypeArguments,
        _ => [],
    };

    private static bool IsStored(ISymbol member, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ITypeSymbol? type)
    {
        type = member is { IsStatic: true, IsAbstract: false, IsImplicitlyDeclared: false } ? StoredType(member) : null;
        return type is not null && !IsGenerated(member);
    }

    /// <summary>The type of what the member stores; null where it stores nothing.</summary>
    private static ITypeSymbol? StoredType(ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: false } field => field.Type,
        IPropertySymbol property when HasStorage(property) => property.Type,
        IEventSymbol { AddMethod.IsImplicitlyDeclared: true } @event => @event.Type,
        _ => null,
    };

    /// <summary>Whether the compiler makes a field for a property or event.</summary>
    public static bool HasStorage(ISymbol member) =>
        member.ContainingType.GetMembers().Any(other => other is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, member));

    /// <summary>A getter with code of its own can assign what it stores, by the word <c>field</c>.</summary>
    private static bool ComputesOverField(IPropertySymbol property) => property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is PropertyDeclarationSyntax declaration
        && (declaration.ExpressionBody is not null || (declaration.AccessorList?.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) ?? false)));

    private static StaticShape ShapeOf(ISymbol member, ITypeSymbol type) => member switch
    {
        IFieldSymbol when HasAttribute(member, "ThreadStaticAttribute", "System") => StaticShape.ThreadStatic,
        _ when IsFramework(type, "ThreadLocal", "System.Threading") => StaticShape.ThreadLocal,
        _ when IsFramework(type, "AsyncLocal", "System.Threading") => StaticShape.AsyncLocal,
        IEventSymbol => StaticShape.Event,
        IFieldSymbol { IsReadOnly: false } => StaticShape.AssignableField,
        IPropertySymbol { SetMethod: not null } => StaticShape.SettableProperty,
        IPropertySymbol property when ComputesOverField(property) => StaticShape.SettableProperty,
        _ when IsFramework(type, "Lazy", "System") => StaticShape.Lazy,
        _ => StaticShape.ReadOnlyOfMutableType,
    };

    private static bool IsFramework(ITypeSymbol type, string name, string space) =>
        type is INamedTypeSymbol { Arity: 1 } named && named.Name == name && FrameworkTypes.FullName(named) == $"{space}.{name}";

    // The instance is held by its own class, or by a class nested in it that puts off its construction.
    private static bool IsSingleton(ISymbol member, ITypeSymbol type) =>
        OwnerAmong(member.ContainingType, type) is { TypeKind: TypeKind.Class } owner
        && owner.InstanceConstructors.All(constructor => constructor.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
        && member.ContainingType.GetMembers().Count(other => other is { IsStatic: true } and not IFieldSymbol { AssociatedSymbol: not null } && StoredType(other) is { } stored && IsOfType(stored, owner)) == 1;

    private static INamedTypeSymbol? OwnerAmong(INamedTypeSymbol declaring, ITypeSymbol type)
    {
        var owner = declaring;
        while (owner is not null && !IsOfType(type, owner))
        {
            owner = owner.ContainingType;
        }

        return owner;
    }

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
