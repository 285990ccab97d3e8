using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ExplicitContext.Runtime;

/// <summary>
/// A library that code of an interpreter uses and that was not written for many of them: one with static state, or a native one. Declared to a
/// slot, <c>new InterpreterSlot&lt;Engine&gt;(..., LibEngine)</c>, or to the interpreter, <see cref="InterpreterState.Use"/>.
/// Immutable; may be a static field.
/// </summary>
/// <remarks>Source: CPython's modules of single-phase initialisation, and PEP 489's <c>Py_mod_multiple_interpreters</c>.</remarks>
/// <param name="name">What it is known by: two components of one name are one.</param>
[Shareable]
public sealed class Component(string name)
{
    /// <summary>What it is known by.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>
    /// Whether the process has one instance of it, so that only one interpreter of a runtime can use it at a time. True unless set; false for one
    /// that is fit for many.
    /// </summary>
    public bool IsSingleInstance { get; init; } = true;

    /// <summary>A component for an assembly: single-instance where the census of its statics finds a hazard.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The component, with the assembly's name.</returns>
    [RequiresUnreferencedCode(StaticsCensus.WhyTrimming)]
    public static Component Of(Assembly assembly)
    {
        var census = StaticsCensus.Of(assembly);
        return new Component(census.AssemblyName) { IsSingleInstance = census.Hazards.Any() };
    }

    /// <summary>The component's name.</summary>
    /// <returns>As given.</returns>
    public override string ToString() => Name;
}
