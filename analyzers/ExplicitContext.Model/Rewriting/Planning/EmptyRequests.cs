using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Passing;
using ExplicitContext.Model.Rewriting.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>
/// Members that are marked <c>[PassContext]</c> and from which no ambient accessor is reached, so that nothing is generated for them. A mark on a type or an assembly, or a line of the configuration,
/// asks for whatever there is; a mark on a member asks for that member.
/// </summary>
internal sealed class EmptyRequests(Closure closure, Planner planner, ContextModel contexts, GenerationRun run)
{
    private bool KnowsAccessors =>
        run.DeclaresAccessors || contexts.KnowsAnnotatedReferences || contexts.Configuration.Entries.Any(entry => entry.Kind == EntryKind.Ambient);

    /// <summary>The names that a file mentions which declares an accessor: whether there is one is part of what is said.</summary>
    public static IEnumerable<string> NamesBehind(IEnumerable<GenerationFinding> findings) =>
        findings.Any(finding => finding.Rule == GenerationFinding.NothingToPass) ? ["AmbientAccessor", KnownAttributes.AmbientAccessor] : [];

    /// <summary>The findings, one for each mark. Where a body could not be read, it is not known who reaches what.</summary>
    public IEnumerable<GenerationFinding> In(IEnumerable<IMethodSymbol> requested) => closure.Faults.Any() || !contexts.IsAnnotated(contexts.Compilation.Assembly)
        ? []
        : requested.Where(IsMarked).GroupBy(member => member.Owner(), SymbolEqualityComparer.Default).Where(marked => marked.All(IsEmpty)).Select(marked => Finding(marked.First()));

    private static bool IsMarked(IMethodSymbol member) => HasMark(member) || HasMark(member.Owner());

    private static bool HasMark(ISymbol symbol) => KnownAttributes.Find(symbol, KnownAttributes.PassContext) is not null;

    private bool IsEmpty(IMethodSymbol member) =>
        planner.PlanOf(member) is null && planner.RefusalOf(member) is null && !StandIns(member).Any(other => closure.ReachingFacts(other) is not null)
        && IsKnown(member) && !contexts.ContextParametersOf(member).Any() && !Twins.Of(member, contexts).Any();

    private IEnumerable<IMethodSymbol> StandIns(IMethodSymbol member) => planner.FamilyOf(member) is { FixedBy: null } family ? family.Members : [member];

    /// <summary>Whether all that a member does is in sight: not where its body is written in another language, by another generator, or outside of the compilation.</summary>
    private bool IsKnown(IMethodSymbol member) =>
        closure.FactsOf(member) is not null || IsStored(member) || (member.IsAbstract && planner.FamilyOf(member) is { FixedBy: null });

    /// <summary>Whether a property does nothing but keep its value, which no initialiser gives it.</summary>
    private static bool IsStored(IMethodSymbol member) =>
        member.AssociatedSymbol is IPropertySymbol property
        && property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
        && property.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is not PropertyDeclarationSyntax { Initializer: not null });

    private GenerationFinding Finding(IMethodSymbol member)
    {
        var (why, next) = !KnowsAccessors
            ? ("no ambient accessor is known in this project", "Mark the static that yields the context with [AmbientAccessor] and its type with [ContextType], or name both in ExplicitContext.txt.")
            : EntryPointBelow(member) is { } entry
            ? ($"it reads no ambient accessor before the entry point '{Refusals.Name(entry)}', which sees to its context itself", $"Remove [PassContext], or write an overload of '{Refusals.Name(entry)}' that takes the context.")
            : ($"{(member.IsAbstract ? "nothing here that overrides or implements it" : "nothing that it does")} reads an ambient accessor", "Remove [PassContext], or mark the accessor that it should read with [AmbientAccessor] or by a line in ExplicitContext.txt.");
        return Refusals.At(member, GenerationFinding.NothingToPass, $"'{Refusals.Name(member)}' has [PassContext], but {why}, so there is nothing to hand on. {next}");
    }

    /// <summary>The first entry point that a member, or what stands in for it, calls or is; nothing behind one is handed a context.</summary>
    private IMethodSymbol? EntryPointBelow(IMethodSymbol member)
    {
        var seen = new HashSet<IMethodSymbol>(StandIns(member), SymbolEqualityComparer.Default);
        var open = new Queue<IMethodSymbol>(seen);
        while (open.Count > 0)
        {
            var next = open.Dequeue();
            if (contexts.IsBoundary(next))
            {
                return next;
            }

            foreach (var callee in closure.FactsOf(next)?.Calls.Select(call => call.Callee).Where(seen.Add) ?? [])
            {
                open.Enqueue(callee);
            }
        }

        return null;
    }
}
