using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Sharing;

/// <summary>Looks into a type that is declared shareable. The generator writes what it finds, the analyzer reports what it finds wrong.</summary>
public sealed class ShareablePlanner(Compilation compilation)
{
    // UnsafeAccessor reaches fields of generic types since .NET 9, which is told by a type that came with it.
    private readonly bool hasGenericAccessors = compilation.GetTypeByMetadataName("System.Threading.Lock") is not null;

    /// <summary>Makes the plan of a class, record or struct of this compilation; null where the type has none, such as an enum.</summary>
    public ShareablePlan? Plan(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsStatic || type.IsRefLikeType) return null;

        var isPartial = IsPartial(type, cancellationToken);
        var members = PrimaryParameters.CapturedBy(type, compilation, cancellationToken).Concat(Storage(type)).ToImmutableArray();
        var sharedBase = type.BaseType is { } parent && IsShareable(parent) ? parent : null;
        var kind = KindOf(type, members, sharedBase);
        var obstacles = members.Select(member => ObstacleOf(member, type, isPartial)).Concat(BaseObstacles(type, kind, sharedBase, cancellationToken)).OfType<Obstacle>().ToImmutableArray();
        return new ShareablePlan(type, kind, sharedBase, isPartial, members, obstacles);
    }

    private static ShareableKind KindOf(INamedTypeSymbol type, ImmutableArray<ShareableMember> members, INamedTypeSymbol? sharedBase)
    {
        if (members.Any(member => member.Passage == Passage.Copied || (member.CanBeAssigned && !type.IsValueType))) return ShareableKind.Copied;
        return sharedBase is not null || members.Any(member => member.Passage != Passage.ByReference) ? ShareableKind.Checked : ShareableKind.ByReference;
    }

    private Obstacle? ObstacleOf(ShareableMember member, INamedTypeSymbol type, bool isPartial)
    {
        var name = member.Symbol.Name;
        if (member.Symbol is IEventSymbol) return new Obstacle(member.Symbol, $"its event '{name}' refers to whoever subscribes");
        if (member.Passage == Passage.Never) return new Obstacle(member.Symbol, $"'{name}' cannot cross: {Passages.ReasonAgainst(member.Type)}");
        if (!isPartial && member.CanBeAssigned && !type.IsValueType) return new Obstacle(member.Symbol, $"'{name}' can be assigned; make it readonly, or the type partial so that it can be copied");
        if (!isPartial && member.Passage == Passage.Copied) return new Obstacle(member.Symbol, $"'{name}' can change; make the type partial so that it can be copied, or use an immutable collection");
        return member.HiddenField is not null && member.Passage != Passage.ByReference && type.IsGenericType && !hasGenericAccessors && isPartial
            ? new Obstacle(member.Symbol, $"'{name}' of a generic type can only be copied from .NET 9 on; make it a field")
            : null;
    }

    private static IEnumerable<Obstacle> BaseObstacles(INamedTypeSymbol type, ShareableKind kind, INamedTypeSymbol? sharedBase, CancellationToken cancellationToken)
    {
        if (sharedBase is not null && kind == ShareableKind.Copied && !HasGeneratedCode(sharedBase, cancellationToken))
            yield return new Obstacle(type, $"it must be copied, and its base type '{sharedBase.Name}' cannot be, since it is not partial");
        if (sharedBase is null && type.BaseType is { TypeKind: not TypeKind.Error, SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } parent && HasState(parent))
            yield return new Obstacle(type, $"its base type '{parent.Name}' is not");
    }

    // Of a type in a reference the fields are not to be seen.
    private static bool HasState(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (!current.Locations.Any(location => location.IsInSource) || Storage(current).Any()) return true;
        }

        return false;
    }

    private static bool IsShareable(INamedTypeSymbol type) => KnownAttributes.Find(type.OriginalDefinition, KnownAttributes.Shareable) is not null;

    private static IEnumerable<ShareableMember> Storage(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            // The field of a captured parameter is told by its parameter.
            if (member is IFieldSymbol { IsStatic: false, IsConst: false } field && (field.AssociatedSymbol is not null || !field.IsImplicitlyDeclared))
                yield return new ShareableMember(
                    field.AssociatedSymbol ?? field,
                    field.Type,
                    field.IsFixedSizeBuffer || field.AssociatedSymbol is IEventSymbol ? Passage.Never : Passages.Of(field.Type),
                    CanBeAssigned: !field.IsReadOnly);
            else if (member is IEventSymbol { IsStatic: false, AddMethod.IsImplicitlyDeclared: true } @event)
                yield return new ShareableMember(@event, @event.Type, Passage.Never, CanBeAssigned: true);
        }
    }

    /// <summary>Whether code is generated for a shareable type, or was where it is from a reference.</summary>
    public static bool HasGeneratedCode(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.Locations.Any(location => location.IsInSource)
            ? IsPartial(type, cancellationToken)
            : type.Interfaces.Any(face => face is { Name: "IShareable", Arity: 1 } && SymbolEqualityComparer.Default.Equals(face.TypeArguments[0], type));

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal) return false;
            if (!current.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)))
                return false;
        }

        return true;
    }
}
