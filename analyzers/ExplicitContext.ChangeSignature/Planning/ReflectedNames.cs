using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>
/// The names of members that the solution looks for by reflection, as far as it writes them there: <c>GetMethod("Init")</c>,
/// <c>method.Name == "Init"</c>. What is called so would not be called with a context.
/// </summary>
internal sealed class ReflectedNames(SourceFiles files)
{
    private static readonly string[] Searches =
        ["GetMethod", "GetMember", "GetRuntimeMethod", "GetDeclaredMethod", "GetDeclaredMethods", "InvokeMember", "CreateDelegate"];

    private HashSet<string>? names;

    /// <summary>Whether a name is looked for.</summary>
    public async Task<bool> ContainAsync(string name, CancellationToken cancellationToken)
    {
        if (names is null)
        {
            names = new(StringComparer.Ordinal);
            foreach (var document in files.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp).SelectMany(project => project.Documents))
                await CollectAsync(document, names, cancellationToken).ConfigureAwait(false);
        }

        return names.Contains(name);
    }

    private async Task CollectAsync(Document document, HashSet<string> found, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        foreach (var node in root?.DescendantNodes() ?? [])
        {
            if (NameIn(node) is not { } name || found.Contains(name) || Place(node) is not { } place)
                continue;
            if (place is InvocationExpressionSyntax || (await files.OfAsync(document, cancellationToken).ConfigureAwait(false) is { } file && IsNameOfAMember(place, file.Model)))
                found.Add(name);
        }
    }

    private static string? NameIn(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: { } named }] } =>
            (named as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? (named as IdentifierNameSyntax)?.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The search that takes the name, or the <c>….Name</c> that it is compared with.</summary>
    private static SyntaxNode? Place(SyntaxNode name) => name.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => Called(call) is { } called && Searches.Contains(called) ? call : Called(call) == "Equals" ? Receiver(call) : null,
        BinaryExpressionSyntax comparison when comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression) =>
            Named(comparison.Left == name ? comparison.Right : comparison.Left),
        ConstantPatternSyntax { Parent: IsPatternExpressionSyntax test } => Named(test.Expression),
        CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax @switch } => Named(@switch.Expression),
        _ => null,
    };

    private static string? Called(InvocationExpressionSyntax call) => ((call.Expression as MemberAccessExpressionSyntax)?.Name ?? (call.Expression as MemberBindingExpressionSyntax)?.Name)?.Identifier.ValueText;

    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) => Named((call.Expression as MemberAccessExpressionSyntax)?.Expression);

    private static ExpressionSyntax? Named(ExpressionSyntax? expression) =>
        expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Name" } ? expression : null;

    private static bool IsNameOfAMember(SyntaxNode access, SemanticModel model)
    {
        for (var type = model.GetTypeInfo(((MemberAccessExpressionSyntax)access).Expression).Type; type is not null; type = type.BaseType)
        {
            if (type.Name == "MemberInfo" && type.ContainingNamespace.ToDisplayString() == "System.Reflection")
                return true;
        }

        return false;
    }
}
