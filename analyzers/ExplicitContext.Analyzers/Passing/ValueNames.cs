using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>
/// The names that a compilation uses without calling them. A method whose name is among them may be the target of a delegate, which prescribes
/// its parameters. Names only, so it errs to that side; it is made when it is first asked for, and costs one walk of each tree.
/// </summary>
internal sealed class ValueNames(CompilationStartAnalysisContext start, SyntaxTreeValueProvider<HashSet<string>> perTree)
{
    private readonly Lazy<HashSet<string>> names = new(() =>
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in start.Compilation.SyntaxTrees)
        {
            if (start.TryGetValue(tree, perTree, out var found))
                all.UnionWith(found);
        }

        return all;
    });

    /// <summary>What an analyzer keeps for as long as it lives: names are found by the tree and gone with it, so that after an edit only the edited tree is walked again.</summary>
    public static SyntaxTreeValueProvider<HashSet<string>> PerTree() => new(NamesIn);

    /// <summary>Whether some code uses the method's name without calling it.</summary>
    public bool MayBeDelegate(IMethodSymbol method) => method.MethodKind == MethodKind.Ordinary && names.Value.Contains(method.Name);

    private static HashSet<string> NamesIn(SyntaxTree tree) =>
        new(tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(IsValue).Select(name => name.Identifier.ValueText), StringComparer.Ordinal);

    private static bool IsValue(SimpleNameSyntax name)
    {
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access
            : name.Parent is MemberBindingExpressionSyntax binding ? binding
            : name;
        return whole.Parent is not (InvocationExpressionSyntax or MemberAccessExpressionSyntax or QualifiedNameSyntax or TypeArgumentListSyntax or ParameterSyntax
            or VariableDeclarationSyntax or NameColonSyntax or AttributeSyntax or BaseTypeSyntax or MemberDeclarationSyntax or ObjectCreationExpressionSyntax);
    }
}
