using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.State;

/// <summary>
/// Finds where a context keeps slots: the runtime's states have them; a partial context type of this compilation gets them; any other has them where its own
/// compilation gave it some, or where a person did.
/// </summary>
internal sealed class SlotHomes(ContextModel contexts, CancellationToken cancellationToken)
{
    private const string Runtime = "ExplicitContext.Runtime.";

    private readonly Dictionary<INamedTypeSymbol, (SlotHome? Home, GenerationFinding? Problem)> known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, bool> wanted = new(SymbolEqualityComparer.Default);

    /// <summary>The context types into which slots are to be generated, and whether for other assemblies too.</summary>
    public IEnumerable<(SlotHome Home, bool IsPublic)> Generated => wanted.Select(pair => (known[pair.Key].Home!, pair.Value));

    /// <summary>The slots of a context; else what stands in the way, as a finding about the context type, or about the user where that is from elsewhere.</summary>
    public SlotHome? Of(ContextType context, ISymbol user, out GenerationFinding? problem)
    {
        if (!known.TryGetValue(context.Type, out var found))
        {
            known.Add(context.Type, found = Find(context));
        }

        problem = found.Home is not null ? null
            : found.Problem ?? new(GenerationFinding.CannotRewrite, Id(user), -1, 0, $"'{context.Type.Name}' is of another assembly and has no slots. Mark it [ContextType(..., HasSlots = true)] there, and make it partial.");
        return found.Home;
    }

    private (SlotHome? Home, GenerationFinding? Problem) Find(ContextType context)
    {
        var type = context.Type;
        if (type.ToDisplayString() == Runtime + "InterpreterState") return (new(context, $"global::{Runtime}InterpreterSlot", true), null);
        if (type.ToDisplayString() == Runtime + "ThreadState") return (new(context, $"global::{Runtime}ThreadSlot", true), null);

        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var slots = type.GetTypeMembers(SlotHome.NestedSlot, 1).FirstOrDefault(slot => contexts.Compilation.IsSymbolAccessibleWithin(slot, contexts.Compilation.Assembly));
        if (slots is not null && type.GetMembers(SlotHome.GetState).Any(member => member is IMethodSymbol { IsStatic: false, Arity: 1, Parameters.Length: 1 }))
            return (new(context, $"{name}.{SlotHome.NestedSlot}", IsPublic(type) && slots.DeclaredAccessibility == Accessibility.Public), null);
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, contexts.Compilation.Assembly)) return default;
        if (ObstacleIn(type) is { } obstacle) return (null, obstacle);

        var isPublic = IsPublic(type) && HasPublicSlots(type);
        wanted.Add(type, isPublic);
        return (new(context, $"{name}.{SlotHome.NestedSlot}", isPublic), null);
    }

    private GenerationFinding? ObstacleIn(INamedTypeSymbol type)
    {
        if (TypeParts.NotPartial(type, cancellationToken) is { } outer)
            return new(GenerationFinding.NotPartial, Id(outer), -1, 0, $"'{outer.Name}' is not partial, so no slots for module state can be generated in '{type.Name}'. Make it partial.");
        var reason = type switch
        {
            { TypeKind: not TypeKind.Class } => "it is no class. Declare the state in it by hand",
            { IsRecord: true } => "it is a record, whose copies would share them. Make it a class",
            { IsGenericType: true } => "it is generic. Declare the state in it by hand",
            _ when TypeParts.IsFileLocal(type) => "it is file-local. Drop 'file'",
            _ => null,
        };
        if (reason is not null) return new(GenerationFinding.CannotRewrite, Id(type), -1, 0, $"'{type.Name}' cannot have slots for module state: {reason}.");
        return new[] { SlotHome.GetState, SlotHome.NestedSlot, SlotHome.Dispose }.FirstOrDefault(name => !type.GetMembers(name).IsEmpty) is { } taken
            ? new(GenerationFinding.WouldCollide, Id(type), -1, 0, $"'{type.Name}' cannot have slots for module state: it has a member '{taken}' of its own. Rename that.")
            : null;
    }

    /// <summary>Whether everybody can name the type.</summary>
    public static bool IsPublic(INamedTypeSymbol type) => TypeParts.Outward(type).All(outer => outer.DeclaredAccessibility == Accessibility.Public);

    /// <summary>Whether a context type is to have slots for other assemblies.</summary>
    public static bool HasPublicSlots(INamedTypeSymbol type) =>
        KnownAttributes.Find(type, KnownAttributes.ContextType)?.NamedArguments.Any(argument => argument is { Key: "HasSlots", Value.Value: true }) == true;

    private static string Id(ISymbol symbol) => symbol.GetDocumentationCommentId() ?? "";
}
