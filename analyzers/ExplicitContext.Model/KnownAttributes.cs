using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model;

/// <summary>
/// The attributes of ExplicitContext.Annotations. They are told by their full names, so that a code base may declare them itself instead of
/// taking the dependency.
/// </summary>
public static class KnownAttributes
{
    /// <summary>The namespace of all of them.</summary>
    public const string Namespace = "ExplicitContext";

    /// <summary>The assembly of the package in which they are.</summary>
    public const string Assembly = "ExplicitContext.Annotations";

    /// <summary><c>[ContextType]</c>.</summary>
    public const string ContextType = "ContextTypeAttribute";

    /// <summary><c>[RuntimeState]</c>.</summary>
    public const string RuntimeState = "RuntimeStateAttribute";

    /// <summary><c>[InterpreterState]</c>.</summary>
    public const string InterpreterState = "InterpreterStateAttribute";

    /// <summary><c>[ThreadState]</c>.</summary>
    public const string ThreadState = "ThreadStateAttribute";

    /// <summary><c>[AmbientAccessor]</c>.</summary>
    public const string AmbientAccessor = "AmbientAccessorAttribute";

    /// <summary><c>[PassContext]</c>.</summary>
    public const string PassContext = "PassContextAttribute";

    /// <summary><c>[ContextEntry]</c>.</summary>
    public const string ContextEntry = "ContextEntryAttribute";

    /// <summary><c>[ContextCarrier]</c>.</summary>
    public const string ContextCarrier = "ContextCarrierAttribute";

    /// <summary><c>[AuditedStatic]</c>.</summary>
    public const string AuditedStatic = "AuditedStaticAttribute";

    /// <summary><c>[Shareable]</c>.</summary>
    public const string Shareable = "ShareableAttribute";

    /// <summary><c>[PerInterpreter]</c>.</summary>
    public const string PerInterpreter = "PerInterpreterAttribute";

    /// <summary><c>[PerThread]</c>.</summary>
    public const string PerThread = "PerThreadAttribute";

    /// <summary><c>[ModuleState]</c>.</summary>
    public const string ModuleState = "ModuleStateAttribute";

    /// <summary><c>[MoveTo]</c>.</summary>
    public const string MoveTo = "MoveToAttribute";

    /// <summary><c>[GuardedBy]</c>.</summary>
    public const string GuardedBy = "GuardedByAttribute";

    /// <summary><c>[Requires]</c>.</summary>
    public const string Requires = "RequiresAttribute";

    /// <summary><c>[assembly: GenerationReport]</c>, by which the generator tells the analyzers what it could not do.</summary>
    public const string GenerationReport = "GenerationReportAttribute";

    /// <summary><c>[assembly: AmbientReach]</c>, by which an assembly tells its users who reaches an accessor.</summary>
    public const string AmbientReach = "AmbientReachAttribute";

    /// <summary><c>[assembly: LocalAmbientReach]</c>, the same for the assembly's own analyzers.</summary>
    public const string LocalAmbientReach = "LocalAmbientReachAttribute";

    /// <summary>Finds an attribute on a symbol.</summary>
    public static AttributeData? Find(ISymbol symbol, string name) => Find(symbol.GetAttributes(), name);

    /// <summary>Finds an attribute among others.</summary>
    public static AttributeData? Find(ImmutableArray<AttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => Is(attribute.AttributeClass, name));

    /// <summary>Tells whether a type is the attribute of that name.</summary>
    public static bool Is(INamedTypeSymbol? type, string name) =>
        type is { ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;

    /// <summary>Reads a string property that was set on the attribute.</summary>
    public static string? NamedString(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;
}
