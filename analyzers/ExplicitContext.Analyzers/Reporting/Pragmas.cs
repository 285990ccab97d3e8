using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Analyzers.Reporting;

/// <summary>Reads <c>#pragma warning</c>, since a host tells analyzers nothing of it: whatever is suppressed needs no record.</summary>
internal static class Pragmas
{
    /// <summary>Whether a rule is disabled at a place.</summary>
    public static bool Disable(string ruleId, Location location)
    {
        if (location.SourceTree?.GetRoot() is not CSharpSyntaxNode { ContainsDirectives: true } root)
            return false;
        var isDisabled = false;
        for (var directive = root.GetFirstDirective(IsPragma); directive is not null && directive.SpanStart < location.SourceSpan.Start; directive = directive.GetNextDirective(IsPragma))
        {
            var pragma = (PragmaWarningDirectiveTriviaSyntax)directive;
            if (pragma.ErrorCodes.Count == 0 || pragma.ErrorCodes.Any(code => code.ToString() == ruleId))
                isDisabled = pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);
        }

        return isDisabled;
    }

    private static bool IsPragma(DirectiveTriviaSyntax directive) => directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true };
}
