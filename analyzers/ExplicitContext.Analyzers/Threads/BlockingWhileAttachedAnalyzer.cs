using System.Collections.Immutable;
using ExplicitContext.Analyzers.Flow;
using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Availability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>ECTX4004: a thread waits for something while it holds the interpreter's lock.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingWhileAttachedAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.BlockingWhileAttached,
        "Blocking call while attached",
        "'{0}' may block while the thread holds the interpreter's lock: {1}",
        RuleCategories.Threads,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "As long as a thread is attached no other one runs in its interpreter. Where it waits for one of them, both wait for ever.",
        RulePage.For(RuleIds.BlockingWhileAttached),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter) =>
        reporter.OnOperationBlocks(new Check(contexts).Analyze);

    private sealed class Check(ContextModel contexts)
    {
        private readonly ThreadContexts threads = new(contexts);
        private readonly MentioningTrees blocking = new(BlockingCalls.Names);

        public IEnumerable<Finding> Analyze(OperationBlockAnalysisContext context)
        {
            if (!threads.Exist || !blocking.Contain(context.OperationBlocks) || !context.OperationBlocks.Any(body => body.Syntax.DescendantNodes().Any(node => node is SimpleNameSyntax name && BlockingCalls.Names.Contains(name.Identifier.ValueText))))
                return [];
            return ScopedBody.Find(context, contexts, [], (operation, point) =>
                point.IsAttached && BlockingCalls.MemberOf(operation) is { } member && !operation.IsInNameOf() && !IsKnownToBeDone(member, operation.Syntax)
                    ? Create(member, operation.Syntax, context)
                    : null);
        }

        private Finding Create(ISymbol member, SyntaxNode syntax, OperationBlockAnalysisContext context)
        {
            var available = context.OperationBlocks[0].SemanticModel is { } model
                ? new ContextFinder(model, contexts).Find(syntax, wanted => contexts.IsThreadBound(wanted.Type) && CanDetach(wanted.Type), context.CancellationToken)
                : null;
            return new(
                Rule,
                CalleeName.LocationOf(syntax),
                member,
                $"{member.ContainingType.Name}.{member.Name}",
                available is not null ? $"put it into 'using ({available.Expression}.AllowThreads())'" : "await instead, or allow threads around it")
            {
                Properties = available is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Context, available.Expression),
            };
        }

        private static bool CanDetach(INamedTypeSymbol type) =>
            type.GetMembers("AllowThreads").Any(member => member is IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false });

        /// <summary>Whether the body asks the same task whether it is done, or has awaited it.</summary>
        private static bool IsKnownToBeDone(ISymbol member, SyntaxNode syntax)
        {
            if (!BlockingCalls.IsResult(member) || TaskOf(syntax) is not { } task)
                return false;
            var body = syntax.AncestorsAndSelf().LastOrDefault(node => node is BlockSyntax or ArrowExpressionClauseSyntax) ?? syntax;
            return body.DescendantNodes().Any(node => node switch
            {
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCompleted" or "IsCompletedSuccessfully" or "Status" } access => SyntaxFactory.AreEquivalent(access.Expression, task),
                AwaitExpressionSyntax awaited => SyntaxFactory.AreEquivalent(awaited.Expression, task),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" or "WaitAll" } } call =>
                    call.SpanStart < syntax.SpanStart && call.ArgumentList.DescendantNodes().Any(argument => SyntaxFactory.AreEquivalent(argument, task)),
                _ => false,
            });
        }

        private static ExpressionSyntax? TaskOf(SyntaxNode syntax) => syntax switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" } awaiter } } } => awaiter.Expression,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
            MemberAccessExpressionSyntax access => access.Expression,
            _ => null,
        };
    }
}
