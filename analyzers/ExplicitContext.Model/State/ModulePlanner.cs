using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.State;

/// <summary>Decides how a class that is marked as module state is made and found, or says why it cannot be.</summary>
internal sealed class ModulePlanner(ContextModel contexts, SlotHomes homes, CancellationToken cancellationToken)
{
    /// <summary>Whether a type is marked as module state.</summary>
    public static bool IsMarked(INamedTypeSymbol type) => MarksOf(type).Any();

    /// <summary>The plan, or why there is none.</summary>
    public (ModulePlan? Plan, GenerationFinding? Finding) Plan(INamedTypeSymbol type)
    {
        var marks = MarksOf(type).ToList();
        if (marks.Count > 1) return Refused(type, "it is marked as the state of more than one context. Keep one of the attributes");
        if (ObstacleIn(type) is { } obstacle) return Refused(type, obstacle);
        if (TypeParts.NotPartial(type, cancellationToken) is not null)
            return (null, new(GenerationFinding.NotPartial, Id(type), -1, 0, $"'{type.Name}' is not partial, so it cannot be told where its instances are kept. Make it partial."));
        if (ContextOf(marks[0], out var problem) is not { } context) return Refused(type, problem!);
        if (homes.Of(context, type, out var finding) is not { } home) return (null, finding);
        if (MemberNamed(type.Name, context.Type) is { } member)
            return (null, new(GenerationFinding.WouldCollide, Id(type), -1, 0, $"'{type.Name}' cannot be module state: '{context.Type.Name}' has a member '{member.Name}', which would stand before the accessor. Rename the class."));
        if (TakesContext(type, context) is not { } takesContext)
            return Refused(type, $"it has no constructor that takes nothing, or the '{context.Type.Name}' alone. Add one; it may be private");
        return type.GetMembers().Any(candidate => candidate is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
            ? Refused(type, "it has required members, which nobody sets. Drop 'required', or set them in the constructor")
            : (new(type, home, takesContext), null);
    }

    private static IEnumerable<AttributeData> MarksOf(INamedTypeSymbol type) => type.GetAttributes().Where(attribute =>
        KnownAttributes.Is(attribute.AttributeClass, KnownAttributes.ModuleState)
        || KnownAttributes.Is(attribute.AttributeClass, KnownAttributes.PerInterpreter)
        || KnownAttributes.Is(attribute.AttributeClass, KnownAttributes.PerThread));

    private static string? ObstacleIn(INamedTypeSymbol type) => type switch
    {
        { IsStatic: true } => "it is static, so it has no instances. Drop 'static', and make its members instance members",
        { IsAbstract: true } => "it is abstract. Mark the classes that derive from it",
        { IsGenericType: true } => "it is generic, and a slot is of one type. Derive a class that is not, and mark that",
        { ContainingType: not null } => $"it stands in '{type.ContainingType.Name}', where its accessor could not be found. Move it out, into the namespace",
        _ when TypeParts.IsFileLocal(type) => "it is file-local. Drop 'file'",
        _ => null,
    };

    private ContextType? ContextOf(AttributeData mark, out string? problem)
    {
        if (KnownAttributes.Is(mark.AttributeClass, KnownAttributes.ModuleState))
        {
            var named = mark.ConstructorArguments.FirstOrDefault().Value as INamedTypeSymbol;
            problem = $"'{named?.Name ?? "nothing"}' is no context type. Mark it [ContextType], or declare it in ExplicitContext.txt";
            return contexts.GetContextType(named);
        }

        var name = KnownAttributes.Is(mark.AttributeClass, KnownAttributes.PerThread) ? "ThreadState" : "InterpreterState";
        problem = $"'{name}' is of the package ExplicitContext.Runtime. Add that, or name a context type of your own: [ModuleState(typeof(...))]";
        return contexts.GetContextType(contexts.Compilation.GetTypeByMetadataName("ExplicitContext.Runtime." + name));
    }

    /// <summary>Whether a constructor takes the context; false for one that takes nothing, null where there is neither.</summary>
    private static bool? TakesContext(INamedTypeSymbol type, ContextType context) =>
        type.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 1 && constructor.Parameters[0] is { RefKind: RefKind.None } parameter
            && SymbolEqualityComparer.Default.Equals(parameter.Type.OriginalDefinition, context.Type)) ? true
        : type.InstanceConstructors.Any(constructor => constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)) ? false
        : null;

    private static ISymbol? MemberNamed(string name, INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).FirstOrDefault(member => member is not INamedTypeSymbol and not { DeclaredAccessibility: Accessibility.Private }) is { } member) return member;
        }

        return null;
    }

    private static (ModulePlan? Plan, GenerationFinding Finding) Refused(INamedTypeSymbol type, string reason) =>
        (null, new(GenerationFinding.CannotRewrite, Id(type), -1, 0, $"'{type.Name}' cannot be module state: {reason}."));

    private static string Id(ISymbol symbol) => symbol.GetDocumentationCommentId() ?? "";
}
