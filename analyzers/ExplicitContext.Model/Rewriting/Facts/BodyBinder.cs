using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Reach;
using ExplicitContext.Model.Rewriting.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>Binds bodies, and notes what in them concerns contexts.</summary>
internal sealed class BodyBinder(FactSources sources, CancellationToken cancellationToken)
{
    /// <summary>The facts of a member.</summary>
    public BodyFacts Bind(IMethodSymbol member, MemberSource source)
    {
        var model = sources.Contexts.Compilation.GetSemanticModel(source.Declaration.SyntaxTree);
        var reads = new List<ReadFact>();
        var calls = new List<CallFact>();
        var initialisers = new List<InitialiserFact>();
        var callerInfos = new List<CallerInfo>();
        var demands = new List<IMethodSymbol>();
        foreach (var body in source.Bodies)
        {
            var operation = model.GetOperation(body, cancellationToken);
            Read(operation, source.Declaration, reads, calls);
            foreach (var inner in operation?.DescendantsAndSelf() ?? [])
            {
                callerInfos.AddRange(CallerInfo.Of(inner));
                demands.AddRange(UnboundCalls.DemandsOf(inner, model, sources.Contexts));
            }
        }

        foreach (var call in DeclaredCallees.Of(member, source.Bodies))
        {
            if (InitialiserFact.Of(call.Callee, cancellationToken) is { } initialiser)
            {
                var run = Initialiser(call.Callee, initialiser);
                initialisers.Add(run);
                reads.AddRange(run.Reads);
                calls.AddRange(run.Calls);
            }
            else if (CallFact.Declared(source.Declaration, call, sources.Upstream) is { } declared && sources.IsOfConcern(declared))
            {
                calls.Add(declared);
            }
        }

        return new(member, source.Declaration, model)
        {
            Reads = reads,
            Calls = calls,
            Initialisers = initialisers,
            CallerInfos = callerInfos,
            Demands = demands,
            InvokedParameters = [.. source.Bodies.Count == 0 ? [] : DelegateUses.InvokedBy(member, source.Declaration, model)],
            LocalUses = [.. source.Bodies.Count == 0 ? [] : LocalFunctionUse.In(source.Declaration, model)],
        };
    }

    private InitialiserFact Initialiser(ISymbol held, SyntaxNode body)
    {
        var reads = new List<ReadFact>();
        var calls = new List<CallFact>();
        Read(sources.Contexts.Compilation.GetSemanticModel(body.SyntaxTree).GetOperation(body, cancellationToken), body, reads, calls);
        return new(held, reads, calls);
    }

    private void Read(IOperation? body, SyntaxNode declaration, List<ReadFact> reads, List<CallFact> calls)
    {
        foreach (var operation in body?.DescendantsAndSelf() ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (AmbientRead.From(operation, sources.Contexts) is { } read)
            {
                reads.Add(Complete(ReadFact.From(operation, read, sources.Contexts, sources.Lookup), declaration, operation.SemanticModel!));
                continue;
            }

            var made = CalleeWalker.CalleesOf(operation).Select(call => CallFact.From(operation, call, sources.Upstream)).OfType<CallFact>()
                .Concat(LateBound.In(operation, operation.SemanticModel!))
                .Concat(UnboundCalls.In(operation, operation.SemanticModel!));
            foreach (var call in made.Where(sources.IsOfConcern))
            {
                calls.Add(call with
                {
                    Obstacles = CaptureRules.ObstaclesAt(call.Site, declaration, operation.SemanticModel!),
                    Delegate = call.Form == CallForm.MethodGroup ? MethodGroups.Of(operation, declaration) : null,
                    Region = call.IsResource && AmbientScope.CouldBeOpenedBy(call.Callee) ? ScopeRegions.Of(operation, declaration) : null,
                });
            }
        }
    }

    private static ReadFact Complete(ReadFact read, SyntaxNode declaration, SemanticModel model) => read with
    {
        Obstacles = CaptureRules.ObstaclesAt(read.Site, declaration, model),
        IsCached = ContextName.IsCached(read.Site, declaration, model),
    };
}
