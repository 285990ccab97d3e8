using System.Collections.Immutable;
using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Stored;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>Says what bodies do: from memory where their files and what these mention are as they were, else by binding them.</summary>
internal sealed class BodySource(FactSources sources, GenerationRun run, CancellationToken cancellationToken)
{
    private readonly BodyBinder binder = new(sources, cancellationToken);

    /// <summary>The members whose facts could not be had because of a fault, each with the finding.</summary>
    public List<GenerationFinding> Faults { get; } = [];

    /// <summary>The facts of a member; null for one without a body in the compilation.</summary>
    public BodyFacts? Of(IMethodSymbol member)
    {
        if (MemberSource.Of(member, cancellationToken) is not { } source)
        {
            return null;
        }

        try
        {
            run.OnStep(GenerationStep.Reading, member);
            return Read(member, source);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Faults.Add(Refusals.At(member, GenerationFinding.CannotRewrite, Refusals.Fault(member, exception)));
            return null;
        }
    }

    private BodyFacts Read(IMethodSymbol member, MemberSource source)
    {
        var files = FilesOf(member, source.Declaration);
        var storage = new BodyStorage(run.Ids, sources.Contexts, files);
        var known = run.Known(files[0]).Bodies(run.KeyOf(files));
        var id = run.Ids.Of(member);
        if (id is not null && known.TryGetValue(id, out var stored) && storage.Restore(stored, member, source.Declaration) is { } restored)
        {
            return restored;
        }

        var facts = binder.Bind(member, source);
        run.OnBound(files[0].FilePath, 1);
        if (id is not null && storage.Store(facts) is { } value)
        {
            known[id] = value;
        }

        return facts;
    }

    /// <summary>The file of the declaration; for what runs initialisers, also those of the other parts of the type.</summary>
    public static ImmutableArray<SyntaxTree> FilesOf(IMethodSymbol member, SyntaxNode declaration) =>
        member.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor || member.IsImplicitlyDeclared
            ? [.. member.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).Prepend(declaration.SyntaxTree).Distinct()]
            : [declaration.SyntaxTree];
}
