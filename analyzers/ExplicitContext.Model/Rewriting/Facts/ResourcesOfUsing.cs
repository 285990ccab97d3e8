using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>Tells what a <c>using</c> disposes of.</summary>
internal static class ResourcesOfUsing
{
    /// <summary>Whether what an operation yields is disposed of by a <c>using</c> around what follows.</summary>
    public static bool Contain(IOperation operation)
    {
        var holder = operation.Parent;
        while (holder is IConversionOperation or IParenthesizedOperation or IVariableInitializerOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation)
        {
            holder = holder.Parent;
        }

        return holder is IUsingOperation or IUsingDeclarationOperation;
    }
}
