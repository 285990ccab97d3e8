using ExplicitContext.Model.Rewriting.Families;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting;

/// <summary>
/// Proves a draft harmless before it is emitted: the generated code compiles, and every use of a name that gains an overload still means what it
/// meant.
/// </summary>
internal static class OverloadSafety
{
    /// <summary>The overloads that do harm, each with the finding's message, and whether it is only their bodies that do.</summary>
    public static IReadOnlyList<(MemberPlan Plan, string Reason, bool IsOfBody)> HarmOf(Draft draft, Compilation compilation, CancellationToken cancellationToken)
    {
        if (draft.Written.IsEmpty)
        {
            return [];
        }

        var options = compilation.SyntaxTrees.First().Options as CSharpParseOptions;
        var generated = draft.Written.Select(written => CSharpSyntaxTree.ParseText(written.File.Text, options, written.File.HintName, cancellationToken: cancellationToken)).ToList();
        var augmented = compilation.AddSyntaxTrees(generated);
        var harm = new Dictionary<MemberPlan, (string Reason, bool IsOfBody)>();
        for (var i = 0; i < generated.Count; i++)
        {
            foreach (var (plan, error, isOfBody) in Errors(augmented.GetSemanticModel(generated[i]), draft.Written[i].Plans, cancellationToken))
            {
                harm[plan] = (NotCompiling(plan, error), isOfBody);
            }
        }

        foreach (var (plan, error) in FamilyErrors.In(draft, compilation, augmented, cancellationToken))
        {
            harm[plan] = (NotCompiling(plan, error), false);
        }

        foreach (var (plan, use) in ChangedUses(draft, compilation, augmented, cancellationToken).Concat(UnnamedUses.Changed([.. draft.Written.SelectMany(written => written.Plans)], compilation, augmented, cancellationToken)))
        {
            harm[plan] = ($"An overload of '{MemberNames.Of(plan.Member)}' would change what '{use}' means at {PlaceOf(use)}. Rename one of the two, or write the overload by hand.", false);
        }

        foreach (var (plan, use) in LookedUp(draft, compilation, cancellationToken))
        {
            harm[plan] = ($"With an overload of '{MemberNames.Of(plan.Member)}', the reflection at {PlaceOf(use)} would find two methods. Hand it the parameter types, or rename one of the two.", false);
        }

        return [.. harm.Select(pair => (pair.Key, pair.Value.Reason, pair.Value.IsOfBody))];
    }

    private static string NotCompiling(MemberPlan plan, Diagnostic error) =>
        $"The overload of '{MemberNames.Of(plan.Member)}' would not compile: {error.GetMessage()} ({error.Id}). Write it by hand.";

    /// <summary>The errors of generated members whose original has none.</summary>
    private static IEnumerable<(MemberPlan Plan, Diagnostic Error, bool IsOfBody)> Errors(SemanticModel model, IReadOnlyList<MemberPlan> plans, CancellationToken cancellationToken)
    {
        foreach (var error in model.GetDiagnostics(cancellationToken: cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            var declaration = model.SyntaxTree.GetRoot(cancellationToken).FindNode(error.Location.SourceSpan).AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault();
            var plan = plans.FirstOrDefault(candidate => declaration is not null && IsWrittenAs(candidate, declaration)) ?? plans[0];
            if (!plan.Facts.Model.GetDiagnostics(plan.Facts.Declaration.Span, cancellationToken).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            {
                var isOfBody = declaration is BaseMethodDeclarationSyntax method && ((method.Body as SyntaxNode ?? method.ExpressionBody)?.Span.Contains(error.Location.SourceSpan) ?? false);
                yield return (plan, error, isOfBody);
            }
        }
    }

    private static bool IsWrittenAs(MemberPlan plan, MemberDeclarationSyntax declaration)
    {
        var (name, parameters) = declaration switch
        {
            MethodDeclarationSyntax method => (method.Identifier.ValueText, method.ParameterList.Parameters.Count),
            ConstructorDeclarationSyntax constructor => (WellKnownMemberNames.InstanceConstructorName, constructor.ParameterList.Parameters.Count),
            IndexerDeclarationSyntax indexer => (WellKnownMemberNames.Indexer, indexer.ParameterList.Parameters.Count),
            _ => ("", 0),
        };
        return plan.Overload == name
            && plan.Member.ContainingType.Name == (declaration.Parent as TypeDeclarationSyntax)?.Identifier.ValueText
            && ((plan.Member.AssociatedSymbol as IPropertySymbol is { IsIndexer: true } property ? property.Parameters : plan.Member.Parameters).Length + 1) == parameters;
    }

    private static IEnumerable<(MemberPlan Plan, SyntaxNode Use)> ChangedUses(Draft draft, Compilation compilation, Compilation augmented, CancellationToken cancellationToken)
    {
        var byName = draft.Written.SelectMany(written => written.Plans).ToLookup(plan => plan.Overload, StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var names = tree.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>().Where(name => byName.Contains(name.Identifier.ValueText)).ToList();
            if (names.Count == 0)
            {
                continue;
            }

            var before = compilation.GetSemanticModel(tree);
            var after = augmented.GetSemanticModel(tree);
            foreach (var name in names)
            {
                var needsNaturalType = NeedsNaturalType(before, name, cancellationToken);
                if ((before.GetSymbolInfo(name, cancellationToken).Symbol ?? (needsNaturalType ? before.GetMemberGroup(name, cancellationToken).FirstOrDefault() : null)) is IMethodSymbol method
                    && (after.GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition.GetDocumentationCommentId() != method.OriginalDefinition.GetDocumentationCommentId()
                        || needsNaturalType)
                    && (byName[method.Name].FirstOrDefault(plan => plan.Member.ContainingType.Name == method.ContainingType.Name) ?? byName[method.Name].FirstOrDefault()) is { } plan)
                {
                    yield return (plan, name.Parent is MemberAccessExpressionSyntax access ? access : name);
                }
            }
        }
    }

    private static IEnumerable<(MemberPlan Plan, SyntaxNode Use)> LookedUp(Draft draft, Compilation compilation, CancellationToken cancellationToken)
    {
        var byName = draft.Written.SelectMany(written => written.Plans).Where(plan => plan.Overload == plan.Member.Name).ToLookup(plan => plan.Overload, StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var (name, type, use) in ReflectionUses.In(tree.GetRoot(cancellationToken), () => compilation.GetSemanticModel(tree), byName.Contains, cancellationToken))
            {
                foreach (var plan in byName[name].Where(plan => type is null || SymbolEqualityComparer.Default.Equals(plan.Member.ContainingType, type.OriginalDefinition)))
                {
                    yield return (plan, use);
                }
            }
        }
    }

    private static string PlaceOf(SyntaxNode use)
    {
        var at = use.GetLocation().GetLineSpan();
        return $"{Path.GetFileName(at.Path)}:{at.StartLinePosition.Line + 1}";
    }

    /// <summary>Whether a method group becomes a <c>Delegate</c> or an object, for which it must have no overloads.</summary>
    private static bool NeedsNaturalType(SemanticModel before, SimpleNameSyntax name, CancellationToken cancellationToken)
    {
        ExpressionSyntax group = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return group.Parent is not InvocationExpressionSyntax
            && before.GetTypeInfo(group, cancellationToken).ConvertedType is { TypeKind: TypeKind.Class or TypeKind.Interface };
    }
}
