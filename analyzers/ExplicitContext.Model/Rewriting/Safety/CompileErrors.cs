using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>The errors of generated members whose original has none.</summary>
internal static class CompileErrors
{
    /// <summary>What to do about any of them.</summary>
    public const string Advice = "Write it by hand.";

    /// <summary>The harm that a generated file does.</summary>
    public static IEnumerable<Harm> In(SemanticModel model, IReadOnlyList<MemberPlan> plans, CancellationToken cancellationToken)
    {
        foreach (var error in model.GetDiagnostics(cancellationToken: cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            var declaration = model.SyntaxTree.GetRoot(cancellationToken).FindNode(error.Location.SourceSpan).AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault();
            var plan = plans.FirstOrDefault(candidate => declaration is not null && IsWrittenAs(candidate, declaration)) ?? plans[0];
            if (!plan.Facts.Model.GetDiagnostics(plan.Facts.Declaration.Span, cancellationToken).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            {
                var isOfBody = declaration is BaseMethodDeclarationSyntax method && ((method.Body as SyntaxNode ?? method.ExpressionBody)?.Span.Contains(error.Location.SourceSpan) ?? false);
                yield return new(plan, ReasonFor(plan, error), Advice, isOfBody ? HarmCause.Body : IsOfName(error) ? HarmCause.Name : HarmCause.Declaration);
            }
        }
    }

    public static string ReasonFor(MemberPlan plan, Diagnostic error) =>
        $"The overload of '{MemberNames.Of(plan.Member)}' would not compile: {error.GetMessage().TrimEnd('.')} ({error.Id}).";

    /// <summary>Whether the type has something by the name already that cannot be overloaded, or not with these parameters; or is called that itself.</summary>
    private static bool IsOfName(Diagnostic error) => error.Id is "CS0082" or "CS0102" or "CS0111" or "CS0542";

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
}
