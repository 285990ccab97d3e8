using ExplicitContext.Model.Ambient;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>Tells what a <c>using</c> disposes of.</summary>
internal static class ResourcesOfUsing
{
    /// <summary>The method whose result a <c>using</c> disposes of; null for every other operation, and where the resource is something else.</summary>
    public static IMethodSymbol? MadeBy(IOperation operation)
    {
        var resource = operation switch
        {
            IUsingOperation @using => @using.Resources,
            IUsingDeclarationOperation declared => declared.DeclarationGroup,
            _ => null,
        };
        if (resource is IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Initializer.Value: var value }] }] })
        {
            resource = value;
        }

        while (resource is IConversionOperation conversion)
        {
            resource = conversion.Operand;
        }

        return resource is IInvocationOperation { TargetMethod.OriginalDefinition: var method } && AmbientScope.CouldBeOpenedBy(method) ? method : null;
    }

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
