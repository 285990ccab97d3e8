using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ExplicitContext.Runtime;

/// <summary>
/// The static fields of an assembly, each with a verdict: what interpreters that use the assembly would share. For assemblies that come without
/// source; where there is source, rule ECTX1004 and <c>explicit-context scan</c> see more. Immutable.
/// </summary>
/// <remarks>
/// It reads declarations and IL, runs nothing of the assembly, and errs towards hazard: a readonly array counts as one although nobody may ever
/// write to it. Native state, files, writes by friend assemblies, and what the assembly uses in others it cannot see. Source: PEP 684's ledger of C globals, <c>Tools/c-analyzer</c>.
/// </remarks>
public sealed class StaticsCensus
{
    internal const string WhyTrimming = "The census reads all types of the assembly, of which trimming may have removed some.";

    private StaticsCensus(string assemblyName, ImmutableArray<StaticField> fields, bool isComplete)
    {
        AssemblyName = assemblyName;
        Fields = fields;
        IsComplete = isComplete;
    }

    /// <summary>The assembly's simple name.</summary>
    public string AssemblyName { get; }

    /// <summary>All static fields but constants, by type and name.</summary>
    public ImmutableArray<StaticField> Fields { get; }

    /// <summary>Whether all types could be looked at; false where an assembly that they need is missing.</summary>
    public bool IsComplete { get; }

    /// <summary>The fields that interpreters disturb one another by.</summary>
    public IEnumerable<StaticField> Hazards => Fields.Where(static each => each.Verdict == StaticVerdict.SharedHazard);

    /// <summary>Takes the census of an assembly. It looks at every method: do it once, at the start.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The census.</returns>
    [RequiresUnreferencedCode(WhyTrimming)]
    public static StaticsCensus Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var isComplete = true;
        Type[] types;
        try
        {
            types = assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException error)
        {
            types = [.. error.Types.OfType<Type>()];
            isComplete = false;
        }

        var judge = new StaticJudge(StaticWrites.In(types));
        var fields = types
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && !field.DeclaringType!.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal))
            .Select(judge.Judge)
            .OrderBy(field => field.TypeName, StringComparer.Ordinal)
            .ThenBy(field => field.Name, StringComparer.Ordinal);
        return new StaticsCensus(assembly.GetName().Name ?? assembly.FullName!, [.. fields], isComplete);
    }
}
