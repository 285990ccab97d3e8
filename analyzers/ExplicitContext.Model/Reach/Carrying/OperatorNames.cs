using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Reach.Carrying;

/// <summary>How code writes a user-defined operator.</summary>
internal static class OperatorNames
{
    /// <summary>The name of an operator method, such as <c>op_Addition</c>, as the scan of names has it.</summary>
    public static string InCode(string metadataName)
    {
        var kind = SyntaxFacts.GetOperatorKind(metadataName);
        return kind is SyntaxKind.None or SyntaxKind.ImplicitKeyword or SyntaxKind.ExplicitKeyword or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword
            ? ImpliedNames.Conversion
            : ImpliedNames.Operator(SyntaxFacts.GetText(kind));
    }
}
