using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Reach;

/// <summary>What <c>await</c> calls on the awaiter, and what an asynchronous member calls on its builder.</summary>
internal static class ImpliedAwaiting
{
    public static void Add(CalleeList callees, IOperation operation)
    {
        switch (operation)
        {
            case IAwaitOperation { Syntax: AwaitExpressionSyntax syntax, SemanticModel: { } model }:
                var info = model.GetAwaitExpressionInfo(syntax);
                Add(callees, info.GetAwaiterMethod, CalleeList.Seen(((IAwaitOperation)operation).Operation));
                break;
            case ILocalFunctionOperation function:
                AddBuilder(callees, function.Symbol);
                break;
            case IAnonymousFunctionOperation function:
                AddBuilder(callees, function.Symbol);
                break;
        }
    }

    /// <summary>What awaiting a value of a type calls, where the language awaits without an <c>await</c> expression.</summary>
    public static void Add(CalleeList callees, ITypeSymbol? awaited, SemanticModel? model, int position)
    {
        if (awaited is { SpecialType: SpecialType.None })
        {
            Add(callees, PatternMembers.MethodOrExtension(awaited, WellKnownMemberNames.GetAwaiter, model, position), awaited);
        }
    }

    private static void Add(CalleeList callees, IMethodSymbol? getAwaiter, ITypeSymbol? awaited)
    {
        if (getAwaiter is not { ReturnType: { } awaiter })
        {
            return;
        }

        callees.AddImplied(getAwaiter, awaited);
        callees.AddImplied(PatternMembers.Getter(awaiter, WellKnownMemberNames.IsCompleted), awaiter);
        callees.AddImplied(PatternMembers.Method(awaiter, WellKnownMemberNames.GetResult), awaiter);

        // The builder asks an awaiter that has both for the unsafe one.
        callees.AddImplied(PatternMembers.Method(awaiter, "UnsafeOnCompleted", 1) ?? PatternMembers.Method(awaiter, WellKnownMemberNames.OnCompleted, 1), awaiter);
    }

    /// <summary>The builder of a task type of one's own. The framework's are in another assembly and cost no more than a look at the attribute.</summary>
    public static void AddBuilder(CalleeList callees, IMethodSymbol? method)
    {
        if (method is not { IsAsync: true })
        {
            return;
        }

        var attribute = method.GetAttributes().Concat(method.ReturnType.OriginalDefinition.GetAttributes())
            .FirstOrDefault(candidate => candidate.AttributeClass is { Name: "AsyncMethodBuilderAttribute" });
        if (attribute?.ConstructorArguments.FirstOrDefault().Value is INamedTypeSymbol builder)
        {
            foreach (var member in builder.OriginalDefinition.GetMembers().OfType<IMethodSymbol>())
            {
                if (IsOfBuilder(member))
                {
                    callees.AddImplied(member);
                }
            }
        }
    }

    private static bool IsOfBuilder(IMethodSymbol member) => member.Name
        is "Create" or "Start" or "get_Task" or "SetResult" or "SetException" or "SetStateMachine" or "AwaitOnCompleted" or "AwaitUnsafeOnCompleted"
        or "MoveNext" or "Complete";
}
