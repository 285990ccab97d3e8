using System.Collections.Immutable;
using System.Composition;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.ChangeSignature.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>Fixes ECTX2001 and ECTX2003: the context in scope is passed to the overload or constructor that takes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassContextCodeFixProvider))]
[Shared]
public sealed class PassContextCodeFixProvider : ReplacingCodeFixProvider
{
    private const string LambdaKey = RuleIds.PassContextInScope + ".Lambda";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.PassContextInScope, RuleIds.ConstructedWithoutContext];

    private protected override Fix? FixFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Context, out var context) || context is null
            || !diagnostic.Properties.TryGetValue(FixProperties.Overload, out var overload) || overload is null
            || !diagnostic.Properties.TryGetValue(FixProperties.Parameter, out var parameter) || parameter is null)
        {
            return null;
        }

        var callee = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent!;
        if (CallSyntax.Of(callee) is { } call)
        {
            return ContextArgument.Fitting(call, context, parameter, overload, model, OwnName(diagnostic)) is { } argument
                ? new($"Pass '{context}'", diagnostic.Id, call.Node, argument.InsertInto)
                : null;
        }

        return callee.FirstAncestorOrSelf<SimpleNameSyntax>() is { } name
            && MethodGroupLambda.Create(name, context, model, cancellationToken) is { } lambda
            && lambda.Calls(overload)
                ? new($"Pass '{context}' in a lambda", LambdaKey, lambda.Group, lambda.Replace)
                : null;
    }

    private static string? OwnName(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(FixProperties.OwnName, out var name) ? name : null;
}
