using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting;

/// <summary>What one body does that concerns contexts: its ambient reads and its calls to members of the compilation.</summary>
internal sealed class BodyFacts
{
    private BodyFacts(IMethodSymbol member, SyntaxNode declaration, SemanticModel model, List<ReadFact> reads, List<CallFact> calls, List<CallerInfo> callerInfos, List<IMethodSymbol> demands)
    {
        Member = member;
        Declaration = declaration;
        Model = model;
        Reads = reads;
        Calls = calls;
        CallerInfos = callerInfos;
        Demands = demands;
    }

    public IMethodSymbol Member { get; }

    /// <summary>The method declaration, or the property declaration of a getter.</summary>
    public SyntaxNode Declaration { get; }

    public SemanticModel Model { get; }

    public IReadOnlyList<ReadFact> Reads { get; }

    public IReadOnlyList<CallFact> Calls { get; }

    /// <summary>The arguments that the compiler makes up from the text of the body.</summary>
    public IReadOnlyList<CallerInfo> CallerInfos { get; }

    /// <summary>The members whose overload the source calls already, though it is yet to be generated.</summary>
    public IReadOnlyList<IMethodSymbol> Demands { get; }

    /// <summary>The facts of a method or getter that has its body in the compilation, or null.</summary>
    public static BodyFacts? Of(IMethodSymbol member, ContextModel contexts, ContextLookup lookup, UpstreamCallees upstream, CancellationToken cancellationToken)
    {
        if (Body(member, cancellationToken) is not var (declaration, body))
        {
            return null;
        }

        var model = contexts.Compilation.GetSemanticModel(declaration.SyntaxTree);
        var reads = new List<ReadFact>();
        var calls = new List<CallFact>();
        var callerInfos = new List<CallerInfo>();
        var demands = new List<IMethodSymbol>();
        foreach (var operation in model.GetOperation(body, cancellationToken)?.DescendantsAndSelf() ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (AmbientRead.From(operation, contexts) is { } read)
            {
                reads.Add(ReadFact.From(operation, read, contexts, lookup));
            }
            else
            {
                calls.AddRange(CalleeWalker.CalleesOf(operation).Select(call => CallFact.From(operation, call, upstream, model)).OfType<CallFact>());
                calls.AddRange(LateBound.In(operation, model));
                calls.AddRange(UnboundCalls.TargetOf(operation, model) is { } target ? [new CallFact(target, false, operation, CallForm.Invocation)] : Array.Empty<CallFact>());
                demands.AddRange(UnboundCalls.DemandsOf(operation, model, contexts));
            }

            callerInfos.AddRange(CallerInfo.Of(operation));
        }

        return new(member, declaration, model, reads, calls, callerInfos, demands);
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
        return declaration is null ? null : new(member, declaration, contexts.Compilation.GetSemanticModel(declaration.SyntaxTree), [], [], [], []);
    }

    private static (SyntaxNode Declaration, SyntaxNode Body)? Body(IMethodSymbol member, CancellationToken cancellationToken)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax(cancellationToken))
            {
                case BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } and not ConstructorDeclarationSyntax:
                    continue;
                case BaseMethodDeclarationSyntax method:
                    return (method, method);
                case AccessorDeclarationSyntax { Body: null, ExpressionBody: null }:
                    continue;
                case AccessorDeclarationSyntax { Parent.Parent: BasePropertyDeclarationSyntax property } accessor:
                    return (property, accessor);
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } arrow:
                    return (property, arrow);
            }
        }

        return null;
    }
}
