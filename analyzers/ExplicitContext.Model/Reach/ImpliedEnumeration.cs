using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Reach;

/// <summary>What <c>foreach</c>, <c>await foreach</c> and a spread call. An iterator's body counts where the iterator is called, not where it is enumerated.</summary>
internal static class ImpliedEnumeration
{
    public static void Add(CalleeList callees, IForEachLoopOperation loop)
    {
        if (loop is not { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model })
        {
            return;
        }

        var each = model.GetForEachStatementInfo(syntax);
        Add(callees, each.GetEnumeratorMethod, each.MoveNextMethod, each.CurrentProperty?.GetMethod, loop.Collection);
        callees.AddImplied(each.ElementConversion.MethodSymbol, each.CurrentConversion.MethodSymbol);
        if (each.DisposeMethod is { } dispose)
        {
            callees.AddImplied(dispose, each.GetEnumeratorMethod?.ReturnType);
        }

        if (each.IsAsynchronous)
        {
            ImpliedAwaiting.Add(callees, each.MoveNextMethod?.ReturnType, model, syntax.SpanStart);
            ImpliedAwaiting.Add(callees, each.DisposeMethod?.ReturnType, model, syntax.SpanStart);
        }

        if (syntax is ForEachVariableStatementSyntax variable)
        {
            ImpliedDeconstruction.Add(callees, model.GetDeconstructionInfo(variable));
        }
    }

    public static void Add(CalleeList callees, ISpreadOperation spread)
    {
        callees.AddImplied(spread.ElementConversion.MethodSymbol);
        var type = CalleeList.Seen(spread.Operand);
        if (PatternMembers.MethodOrExtension(type, WellKnownMemberNames.GetEnumeratorMethodName, spread.SemanticModel, spread.Syntax.SpanStart) is { } getEnumerator)
        {
            var enumerator = getEnumerator.ReturnType;
            Add(callees, getEnumerator, PatternMembers.Method(enumerator, WellKnownMemberNames.MoveNextMethodName), PatternMembers.Getter(enumerator, WellKnownMemberNames.CurrentPropertyName), spread.Operand);
            ImpliedDisposal.Add(callees, enumerator, isAsynchronous: false);
        }

        // Where the number of elements can be known at once, it is asked for.
        callees.AddImplied(PatternMembers.Getter(type, "Count"), type);
    }

    private static void Add(CalleeList callees, IMethodSymbol? getEnumerator, IMethodSymbol? moveNext, IMethodSymbol? current, IOperation collection)
    {
        var type = CalleeList.Seen(collection);
        if (getEnumerator is null || type is { TypeKind: TypeKind.Array } or { SpecialType: SpecialType.System_String })
        {
            return;
        }

        var origin = collection;
        while (origin is IConversionOperation { IsImplicit: true } conversion)
        {
            origin = conversion.Operand;
        }

        callees.AddImplied(getEnumerator, type, CalleeList.IsExact(origin));
        callees.AddImplied(moveNext, getEnumerator.ReturnType);
        callees.AddImplied(current, getEnumerator.ReturnType);
    }
}
