using System.Collections.Immutable;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>The contexts of a project as a value: which one is wanted depends on which there are, whether it is mentioned or not.</summary>
/// <param name="Hash">What a body may depend on of them.</param>
/// <param name="Names">The names of their types: who mentions one may hold one.</param>
internal sealed record KnownContexts(ulong Hash, ImmutableArray<string> Names)
{
    /// <summary>The contexts that a compilation knows.</summary>
    public static KnownContexts Of(ContextModel contexts, ulong project)
    {
        var declared = DeclaredIn(contexts).ToList();
        return new(
            declared.Select(context => $"{context.Type.GetDocumentationCommentId()} {context.Scope} {context.ParameterName}").OrderBy(text => text, StringComparer.Ordinal).Aggregate(new Fingerprint(project), (sum, text) => sum.Add(text)).Value,
            [.. declared.Concat(contexts.ConfiguredContextTypes).Concat(new ContextLookup(contexts).Shipped()).Select(context => context.Type.Name).Distinct()]);
    }

    private static IEnumerable<ContextType> DeclaredIn(ContextModel contexts) =>
        from assembly in contexts.Compilation.References.OfType<CompilationReference>().Select(contexts.Compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().Prepend(contexts.Compilation.Assembly)
        where contexts.IsAnnotated(assembly)
        from type in SourceTypes.Of(assembly)
        let context = contexts.GetContextType(type)
        where context is not null
        select context;
}
