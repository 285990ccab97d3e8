using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Reach;

/// <summary>What positional, list and slice patterns, indices from the end and pinning call.</summary>
internal static class ImpliedPatterns
{
    public static void Add(CalleeList callees, IOperation operation)
    {
        switch (operation)
        {
            case IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method } pattern:
                callees.AddImplied(method, pattern.NarrowedType);
                break;
            case IRecursivePatternOperation { DeconstructSymbol: INamedTypeSymbol tuple }:
                callees.AddImplied(PatternMembers.Getter(tuple, "Length"), PatternMembers.Getter(tuple, WellKnownMemberNames.Indexer));
                break;
            case IListPatternOperation list:
                AddRead(callees, list.LengthSymbol, list.NarrowedType);
                if (list.Patterns.Any(pattern => pattern is not (IDiscardPatternOperation or ISlicePatternOperation)))
                {
                    AddRead(callees, list.IndexerSymbol, list.NarrowedType);
                }

                break;
            case ISlicePatternOperation { Pattern: not null } slice:
                AddRead(callees, slice.SliceSymbol, slice.InputType);
                break;
            case IImplicitIndexerReferenceOperation reference:
                var type = CalleeList.Seen(reference.Instance);
                AddRead(callees, reference.LengthSymbol, type);
                AddUse(callees, reference, type);
                break;
        }
    }

    /// <summary>A <c>fixed</c> statement has no operation of its own that shows what it calls.</summary>
    public static void AddPinned(CalleeList callees, IOperation operation)
    {
        if (operation is not { Syntax: FixedStatementSyntax syntax, SemanticModel: { } model })
        {
            return;
        }

        foreach (var value in syntax.Declaration.Variables.Select(variable => variable.Initializer?.Value))
        {
            if (value is not null and not PrefixUnaryExpressionSyntax && model.GetTypeInfo(value).Type is { TypeKind: not (TypeKind.Array or TypeKind.Pointer), SpecialType: SpecialType.None } type)
            {
                callees.AddImplied(PatternMembers.MethodOrExtension(type, "GetPinnableReference", model, value.SpanStart), type);
            }
        }
    }

    private static void AddUse(CalleeList callees, IImplicitIndexerReferenceOperation reference, ITypeSymbol? type)
    {
        var usage = Ambient.AmbientUsages.Of(reference);
        if (reference.IndexerSymbol is IMethodSymbol or IPropertySymbol { ReturnsByRef: true } or IPropertySymbol { ReturnsByRefReadonly: true } || usage.HasFlag(Ambient.AmbientUsage.Read))
        {
            AddRead(callees, reference.IndexerSymbol, type);
        }

        if (usage.HasFlag(Ambient.AmbientUsage.Write) && reference.IndexerSymbol is IPropertySymbol indexer)
        {
            callees.AddImplied(CalleeWalker.Setter(indexer), type);
        }
    }

    private static void AddRead(CalleeList callees, ISymbol? member, ITypeSymbol? type) =>
        callees.AddImplied(member as IMethodSymbol ?? CalleeWalker.Getter(member as IPropertySymbol), type);
}
