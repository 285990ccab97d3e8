using System.Collections.Immutable;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Reach.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Emitting;

/// <summary>
/// Generates from declarations alone, for one compilation after another of the same project. What comes out depends on the declarations of all files, and on the text
/// of those that ask for something; where neither has changed, it is what came out before, and nothing is bound. Holds no compilation. Safe for concurrent use.
/// </summary>
/// <param name="attributes">The attributes that ask for something.</param>
/// <param name="words">One of these stands in every file that asks for something, if not an alias does.</param>
/// <param name="generate">Generates.</param>
public sealed class DeclaredParts(ImmutableArray<string> attributes, ImmutableArray<string> words, Func<PartsRequest, CancellationToken, GeneratedParts> generate)
{
    private readonly MarkedTrees asking = new(words);
    private readonly MarkedTrees declaring = new(["AmbientAccessor"]);
    private readonly MarkedTrees naming = new([KnownAttributes.Namespace]);
    private readonly TreeFactsTable facts = new();
    private readonly ReferenceFactsTable references = new();
    private readonly Recent<ulong, GeneratedParts> results = new();

    /// <summary>How often anything was generated: for tests of what an edit costs.</summary>
    public int Generations { get; private set; }

    /// <summary>What is generated for a compilation.</summary>
    /// <param name="compilation">The compilation, without what is generated for it.</param>
    /// <param name="configuration">The configuration of its project.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public GeneratedParts Generate(Compilation compilation, ContextConfiguration configuration, CancellationToken cancellationToken)
    {
        var trees = asking.In(compilation, cancellationToken);

        // The words are those of many programs; who means the attributes names their namespace somewhere.
        if (trees.IsEmpty || !naming.IsAnyIn(compilation, cancellationToken)) return GeneratedParts.Empty;
        if (attributes.All(attribute => compilation.GetTypesByMetadataName($"{KnownAttributes.Namespace}.{attribute}").IsEmpty)) return GeneratedParts.Empty;
        var accessors = declaring.In(compilation, cancellationToken);
        return results.GetOrAdd(
            KeyOf(compilation, configuration, trees.AddRange(accessors), cancellationToken),
            () => Anew(compilation, configuration, trees, accessors, cancellationToken));
    }

    private GeneratedParts Anew(
        Compilation compilation,
        ContextConfiguration configuration,
        ImmutableArray<(SyntaxTree Tree, ulong Hash)> trees,
        ImmutableArray<(SyntaxTree Tree, ulong Hash)> accessors,
        CancellationToken cancellationToken)
    {
        Generations++;
        var requests = MarkedTrees.With(attributes, trees.Select(file => file.Tree), compilation, cancellationToken);
        return requests.IsEmpty
            ? GeneratedParts.Empty
            : generate(
                new(ContextModel.Create(compilation, configuration, cancellationToken), requests, MarkedTrees.With([KnownAttributes.AmbientAccessor], accessors.Select(file => file.Tree), compilation, cancellationToken)),
                cancellationToken);
    }

    private ulong KeyOf(Compilation compilation, ContextConfiguration configuration, ImmutableArray<(SyntaxTree Tree, ulong Hash)> trees, CancellationToken cancellationToken)
    {
        var foreign = compilation.References.OfType<CompilationReference>().SelectMany(reference => reference.Compilation.SyntaxTrees);
        return new Fingerprint(ProjectHash.Of(compilation, configuration, references.Of(compilation)))
            .Add((ulong)((CSharpCompilation)compilation).LanguageVersion)
            .Add(ProjectHash.Sum(compilation.SyntaxTrees.Concat(foreign).Select(tree => facts.Of(tree, cancellationToken).DeclarationHash)))
            .Add(ProjectHash.Sum(trees.Select(file => file.Hash)))
            .Value;
    }
}
