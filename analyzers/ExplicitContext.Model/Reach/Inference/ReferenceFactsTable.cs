using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Reach.Carrying;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>The facts of every reference that is alive; each is looked at once. Safe for concurrent use; keeps no reference alive.</summary>
public sealed class ReferenceFactsTable
{
    private readonly ConditionalWeakTable<MetadataReference, ReferenceFacts> facts = new();

    /// <summary>The facts of all references of a compilation, by the names of the assemblies.</summary>
    internal ImmutableArray<ReferenceFacts> Of(Compilation compilation) =>
    [
        .. compilation.References
            .Select(reference => facts.TryGetValue(reference, out var known) ? known : Add(reference, compilation))
            .OfType<ReferenceFacts>(),
    ];

    private ReferenceFacts? Add(MetadataReference reference, Compilation compilation)
    {
        if (compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly)
        {
            return null;
        }

        var read = Read(reference, assembly);
        return facts.GetValue(reference, _ => read);
    }

    private static ReferenceFacts Read(MetadataReference reference, IAssemblySymbol assembly)
    {
        var knows = AssemblyReach.KnowsAnnotations(assembly);
        var tables = knows ? AssemblyReach.TablesOf(assembly) : [];
        var hash = tables.Aggregate(
            Fingerprint.Empty.Add(assembly.Identity.ToString()).Add(string.Concat(reference.Properties.Aliases)),
            (sum, table) => sum.Add(table.DeclaringType).Add(table.Text));
        var module = (assembly.GetMetadata() as AssemblyMetadata)?.GetModules().FirstOrDefault();
        return new(
            assembly.Name,
            (module is null ? hash : hash.Add(module.GetModuleVersionId().ToString())).Value,
            knows,
            knows && module is not null ? MetadataAccessors.In(module.GetMetadataReader()) : [],
            tables);
    }
}
