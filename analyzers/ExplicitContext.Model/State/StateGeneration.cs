using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.State;

/// <summary>Generates what keeps state in contexts: slots, module state, and the old names of statics that have moved. Looks at declarations alone.</summary>
public static class StateGeneration
{
    /// <summary>The files and findings for some types and members.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static GeneratedParts Generate(PartsRequest request, CancellationToken cancellationToken)
    {
        var contexts = request.Contexts;
        var homes = new SlotHomes(contexts, cancellationToken);
        var modules = new ModulePlanner(contexts, homes, cancellationToken);
        var members = new MovedPlanner(contexts, homes, new AmbientSources(contexts, request.Accessors), cancellationToken);
        var language = ((CSharpCompilation)contexts.Compilation).LanguageVersion;
        var files = new List<GeneratedFile>();
        var findings = new List<GenerationFinding?>();
        var moved = new List<MovedPlan>();
        var lacksBodies = false;
        foreach (var symbol in request.Marked)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (symbol is not INamedTypeSymbol type)
            {
                var (plan, finding) = members.Plan(symbol);
                if (plan is not null) moved.Add(plan);
                lacksBodies |= plan is null && symbol is IPropertySymbol { IsPartialDefinition: true, PartialImplementationPart: null };
                findings.Add(finding);
                continue;
            }

            if (ModulePlanner.IsMarked(type))
            {
                var (plan, finding) = modules.Plan(type);
                if (plan is not null) files.Add(ModuleWriter.Write(plan, language));
                findings.Add(finding);
            }

            if (SlotHomes.HasPublicSlots(type) && contexts.GetContextType(type) is { } context)
            {
                homes.Of(context, type, out var finding);
                findings.Add(finding);
            }
        }

        files.AddRange(Moved(moved, findings));
        files.AddRange(homes.Generated.Select(slots => SlotsWriter.Write(slots.Home, slots.IsPublic, language >= LanguageVersion.CSharp8)));
        return GeneratedParts.Of(files, findings.OfType<GenerationFinding>(), lacksBodies);
    }

    private static IEnumerable<GeneratedFile> Moved(IReadOnlyList<MovedPlan> moved, List<GenerationFinding?> findings)
    {
        var ambiguous = new HashSet<string>(moved.Where(plan => plan.Home is not null).GroupBy(MovedWriter.KeyOf).Where(same => same.Count() > 1).Select(same => same.Key), StringComparer.Ordinal);
        findings.AddRange(moved.Where(plan => plan.Home is not null && ambiguous.Contains(MovedWriter.KeyOf(plan))).Select(plan => new GenerationFinding(
            GenerationFinding.WouldCollide,
            plan.Property.GetDocumentationCommentId() ?? "",
            -1,
            0,
            $"'{plan.Property.ContainingType.Name}.{plan.Property.Name}' has moved, but has no accessor: another '{MoveTarget.AccessorNameOf(plan.Property, plan.Home!.Context)}' of the namespace has moved to '{plan.Home!.Context.Type.Name}' too. Rename one of the two.")));

        return ImplementedMember.Files(moved.Select(plan => plan.Forwarder), "Moved", "lead to where their values have moved")
            .Concat(moved.Where(plan => plan.Home is not null)
                .GroupBy(plan => plan.Property.ContainingType, SymbolEqualityComparer.Default)
                .Select(ofType => new MovedWriter((INamedTypeSymbol)ofType.Key!, ambiguous).Write([.. ofType])));
    }
}
