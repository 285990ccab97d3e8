using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting;

/// <summary>
/// Look-ups by name that find two methods, and throw, once the method has an overload: those that see members which are not public and tell them apart by nothing but
/// the name. An overload is never public, so all others find what they found.
/// </summary>
internal static class ReflectionUses
{
    private const int NonPublic = 32;

    /// <summary>The names that a file hands to such look-ups, each with the type that is looked at where the source names it.</summary>
    public static IEnumerable<(string Name, ITypeSymbol? Type, SyntaxNode Use)> In(SyntaxNode root, Func<SemanticModel> model, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        foreach (var invocation in root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(MayLookUp))
        {
            if (model().GetOperation(invocation, cancellationToken) is IInvocationOperation call
                && FindsAlsoWhatIsNotPublic(call)
                && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "name")?.Value.ConstantValue.Value is string name
                && isWanted(name))
            {
                yield return (name, (call.Instance as ITypeOfOperation)?.TypeOperand, invocation);
            }
        }
    }

    private static bool MayLookUp(InvocationExpressionSyntax invocation) =>
        invocation.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetMethod" or "GetDeclaredMethod" } or MemberBindingExpressionSyntax { Name.Identifier.ValueText: "GetMethod" or "GetDeclaredMethod" };

    private static bool FindsAlsoWhatIsNotPublic(IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { ContainingNamespace: var space, Name: "Type" or "TypeInfo" }
        && space.ToDisplayString() is "System" or "System.Reflection"
        && !call.Arguments.Any(argument => argument.Parameter?.Name is "types")
        && (call.TargetMethod.Name == "GetDeclaredMethod"
            || (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "bindingAttr") is { } flags && (flags.Value.ConstantValue.Value is not int value || (value & NonPublic) != 0)));
}
