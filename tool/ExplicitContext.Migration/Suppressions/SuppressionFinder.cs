using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Migration.Suppressions;

/// <summary>Finds the pragmas and attributes of a file that suppress one of some rules.</summary>
/// <param name="rules">The IDs of the rules.</param>
internal sealed class SuppressionFinder(IReadOnlySet<string> rules)
{
    private const string AttributeName = "SuppressMessageAttribute";

    public IEnumerable<Suppression> In(SemanticModel model, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        return Pragmas(root).Concat(Attributes(root, model, cancellationToken));
    }

    private IEnumerable<Suppression> Pragmas(SyntaxNode root)
    {
        if (!root.ContainsDirectives) yield break;

        var pragmas = root.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia))
            .Select(trivia => (PragmaWarningDirectiveTriviaSyntax)trivia.GetStructure()!)
            .Where(pragma => pragma.IsActive)
            .ToArray();
        for (var i = 0; i < pragmas.Length; i++)
        {
            if (!pragmas[i].DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)) continue;
            foreach (var code in pragmas[i].ErrorCodes.Where(code => rules.Contains(code.ToString())))
            {
                var end = pragmas.Skip(i + 1).FirstOrDefault(pragma => Restores(pragma, code.ToString()))?.SpanStart ?? root.FullSpan.End;
                yield return new Suppression(code.ToString(), SuppressionForm.Pragma, code.GetLocation()) { Extent = TextSpan.FromBounds(pragmas[i].Span.End, end) };
            }
        }
    }

    private static bool Restores(PragmaWarningDirectiveTriviaSyntax pragma, string rule) =>
        !pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)
        && (pragma.ErrorCodes.Count == 0 || pragma.ErrorCodes.Any(code => code.ToString() == rule));

    private IEnumerable<Suppression> Attributes(SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        from attribute in root.DescendantNodes().OfType<AttributeSyntax>()
        where attribute.ArgumentList is { Arguments.Count: > 1 }
        let rule = RuleOf(attribute.ArgumentList!.Arguments[1], model, cancellationToken)
        where rule is not null && rules.Contains(rule)
        where model.GetTypeInfo(attribute, cancellationToken).Type?.Name == AttributeName
        select new Suppression(rule, SuppressionForm.Attribute, attribute.GetLocation());

    // The second argument is the ID, perhaps with the title of the rule behind a colon.
    private static string? RuleOf(AttributeArgumentSyntax argument, SemanticModel model, CancellationToken cancellationToken) =>
        (model.GetConstantValue(argument.Expression, cancellationToken).Value as string)?.Split(':')[0].Trim();
}
