using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Reach;
using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting;

/// <summary>What one member does that concerns contexts: its ambient reads and its calls to members of the compilation.</summary>
internal sealed class BodyFacts
{
    private readonly List<ReadFact> reads = [];
    private readonly List<CallFact> calls = [];
    private readonly List<InitialiserFact> initialisers = [];
    private readonly List<CallerInfo> callerInfos = [];
    private readonly List<IMethodSymbol> demands = [];

    private BodyFacts(IMethodSymbol member, SyntaxNode declaration, SemanticModel model)
    {
        Member = member;
        Declaration = declaration;
        Model = model;
    }

    public IMethodSymbol Member { get; }

    /// <summary>The declaration beside which the overload stands; that of the property for an accessor.</summary>
    public SyntaxNode Declaration { get; }

    public SemanticModel Model { get; }

    /// <summary>The ambient reads, those of initialisers included.</summary>
    public IReadOnlyList<ReadFact> Reads => reads;

    /// <summary>The calls, those of initialisers and those that no body shows included.</summary>
    public IReadOnlyList<CallFact> Calls => calls;

    /// <summary>The initialisers that a constructor runs.</summary>
    public IReadOnlyList<InitialiserFact> Initialisers => initialisers;

    /// <summary>The arguments that the compiler makes up from the text of the body.</summary>
    public IReadOnlyList<CallerInfo> CallerInfos => callerInfos;

    /// <summary>The members whose overload the source calls already, though it is yet to be generated.</summary>
    public IReadOnlyList<IMethodSymbol> Demands => demands;

    /// <summary>The facts of a member that has its body in the compilation, or that the compiler writes for a type of it; else null.</summary>
    public static BodyFacts? Of(IMethodSymbol member, ContextModel contexts, ContextLookup lookup, UpstreamCallees upstream, CancellationToken cancellationToken)
    {
        if (MemberSource.Of(member, cancellationToken) is not { } source)
        {
            return null;
        }

        var sources = new FactSources(contexts, lookup, upstream);
        var facts = new BodyFacts(member, source.Declaration, contexts.Compilation.GetSemanticModel(source.Declaration.SyntaxTree));
        foreach (var body in source.Bodies)
        {
            var operation = facts.Model.GetOperation(body, cancellationToken);
            Read(operation, sources, facts.reads, facts.calls, cancellationToken);
            facts.ReadArguments(operation, contexts);
        }

        foreach (var call in DeclaredCallees.Of(member, source.Bodies))
        {
            if (InitialiserFact.Of(call.Callee, cancellationToken) is { } initialiser)
            {
                facts.Add(Initialiser(call.Callee, initialiser, sources, cancellationToken));
            }
            else if (CallFact.Declared(source.Declaration, call, upstream) is { } declared)
            {
                facts.calls.Add(declared);
            }
        }

        return facts;
    }

    /// <summary>The facts of a member that has no body of its own: it is abstract, an interface declares it, or it is an automatic property.</summary>
    public static BodyFacts? WithoutBody(IMethodSymbol member, ContextModel contexts, CancellationToken cancellationToken)
    {
        var declaration = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            MethodDeclarationSyntax method => method,
            AccessorDeclarationSyntax { Parent.Parent: BasePropertyDeclarationSyntax property } => property,
            ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } => property,
            _ => (SyntaxNode?)null,
        };
        return declaration is null ? null : new(member, declaration, contexts.Compilation.GetSemanticModel(declaration.SyntaxTree));
    }

    private static InitialiserFact Initialiser(ISymbol held, SyntaxNode body, FactSources sources, CancellationToken cancellationToken)
    {
        var reads = new List<ReadFact>();
        var calls = new List<CallFact>();
        Read(sources.Contexts.Compilation.GetSemanticModel(body.SyntaxTree).GetOperation(body, cancellationToken), sources, reads, calls, cancellationToken);
        return new(held, reads, calls);
    }

    private static void Read(IOperation? body, FactSources sources, List<ReadFact> reads, List<CallFact> calls, CancellationToken cancellationToken)
    {
        foreach (var operation in body?.DescendantsAndSelf() ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (AmbientRead.From(operation, sources.Contexts) is { } read)
            {
                reads.Add(ReadFact.From(operation, read, sources.Contexts, sources.Lookup));
            }
            else
            {
                calls.AddRange(CalleeWalker.CalleesOf(operation).Select(call => CallFact.From(operation, call, sources.Upstream)).OfType<CallFact>());
                calls.AddRange(LateBound.In(operation, operation.SemanticModel!));
                calls.AddRange(UnboundCalls.In(operation, operation.SemanticModel!));
            }
        }
    }

    /// <summary>What arguments say of the text of the overload, and of overloads that are called before there are any.</summary>
    private void ReadArguments(IOperation? body, ContextModel contexts)
    {
        foreach (var operation in body?.DescendantsAndSelf() ?? [])
        {
            callerInfos.AddRange(CallerInfo.Of(operation));
            demands.AddRange(UnboundCalls.DemandsOf(operation, Model, contexts));
        }
    }

    private void Add(InitialiserFact initialiser)
    {
        initialisers.Add(initialiser);
        reads.AddRange(initialiser.Reads);
        calls.AddRange(initialiser.Calls);
    }
}
