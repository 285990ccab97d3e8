using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>
/// Judges method groups that become delegates. A lambda may take the place of one whose delegate is invoked nearby, or handed to who is known to do no more with it than
/// invoke it. A delegate that may be kept is compared sooner or later: by <c>-=</c>, or by whoever wants it off a list again.
/// </summary>
internal static class MethodGroups
{
    private const string MayBeKept = "which may be kept or compared";

    private static readonly HashSet<string> Consumers = new(StringComparer.Ordinal)
    {
        "System.Array", "System.MemoryExtensions", "System.Linq.Enumerable", "System.Collections.Generic.List<T>", "System.Collections.Generic.HashSet<T>", "System.Collections.Generic.SortedSet<T>",
        "System.Collections.Generic.LinkedList<T>", "System.Collections.Concurrent.ConcurrentDictionary<TKey, TValue>", "System.Collections.Immutable.ImmutableArray<T>", "System.Collections.Immutable.ImmutableList<T>",
    };

    /// <summary>What is known of a method group; null for every other operation.</summary>
    public static DelegateFact? Of(IOperation operation, SyntaxNode declaration)
    {
        if (operation is not IMethodReferenceOperation group)
        {
            return null;
        }

        if (group is not { Parent: IDelegateCreationOperation { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } } creation, Syntax: SimpleNameSyntax or MemberAccessExpressionSyntax, SemanticModel: { } model })
        {
            return DelegateFact.Against("which cannot take the context");
        }

        if (ObstacleOf(group, declaration, model) is { } obstacle)
        {
            return DelegateFact.Against(obstacle);
        }

        var fact = Lambda(group, invoke, declaration, model);
        return HolderOf(creation) switch
        {
            IEventAssignmentOperation => DelegateFact.Against("which handles an event and is found again by what it is"),
            IInvocationOperation => fact,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => OfLocal(local, fact, declaration, model),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Parent: IExpressionStatementOperation } => OfLocal(local, fact, declaration, model),
            IArgumentOperation { Parent: IInvocationOperation call, Parameter: { RefKind: RefKind.None } parameter } => Handed(group, creation, call, parameter, fact, model),
            _ => DelegateFact.Against(MayBeKept),
        };
    }

    private static IOperation? HolderOf(IOperation creation)
    {
        var holder = creation.Parent;
        while (holder is IConversionOperation or IParenthesizedOperation)
        {
            holder = holder.Parent;
        }

        return holder;
    }

    private static DelegateFact OfLocal(ILocalSymbol local, DelegateFact fact, SyntaxNode declaration, SemanticModel model) =>
        DelegateUses.IsOnlyInvoked(local, declaration, model) ? fact : DelegateFact.Against(MayBeKept);

    private static DelegateFact Handed(IMethodReferenceOperation group, IDelegateCreationOperation creation, IInvocationOperation call, IParameterSymbol parameter, DelegateFact fact, SemanticModel model)
    {
        var consumer = call.TargetMethod.OriginalDefinition;
        if (creation.Syntax == group.Syntax)
        {
            if (call.Syntax is not InvocationExpressionSyntax invocation || WithSameMeaning(fact, (ExpressionSyntax)group.Syntax, invocation, model) is not { } same)
            {
                return DelegateFact.Against($"and a lambda might choose another '{consumer.Name}'");
            }

            fact = same;
        }

        return consumer.MethodKind == MethodKind.LocalFunction
                ? consumer.DeclaringSyntaxReferences is [var reference] && DelegateUses.IsOnlyInvoked(parameter, reference.GetSyntax(), model) ? fact : DelegateFact.Against(MayBeKept)
            : parameter.OriginalDefinition.Type.TypeKind != TypeKind.Delegate ? DelegateFact.Against(MayBeKept)
            : Consumers.Contains(consumer.ContainingType.OriginalDefinition.ToDisplayString()) ? fact
            : call.IsVirtual || consumer.DeclaringSyntaxReferences.IsEmpty ? DelegateFact.Against(MayBeKept)
            : fact with { Consumer = consumer.PartialImplementationPart ?? consumer, Position = parameter.Ordinal };
    }

    /// <summary>The lambda with which a call goes where it went with the group: with the types of its parameters, or without where they need not be said.</summary>
    private static DelegateFact? WithSameMeaning(DelegateFact fact, ExpressionSyntax group, InvocationExpressionSyntax call, SemanticModel model)
    {
        var target = model.GetSymbolInfo(call).Symbol;
        foreach (var candidate in fact.IsTyped ? [fact] : new[] { fact, fact with { IsTyped = true } })
        {
            var lambda = SyntaxFactory.ParseExpression(Texts.DelegateEdits.Lambda(group.ToString(), candidate, null));
            var bound = model.GetSpeculativeSymbolInfo(call.SpanStart, call.ReplaceNode(group, lambda), SpeculativeBindingOption.BindAsExpression).Symbol;
            if (target is not null && SymbolEqualityComparer.Default.Equals(bound, target))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string? ObstacleOf(IMethodReferenceOperation group, SyntaxNode declaration, SemanticModel model) =>
        group.Instance is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax } ? "whose receiver is 'base'"
        : ExtensionBlocks.IsBlock(group.Method.ContainingType) ? "which cannot take the context"
        : !IsStable(group.Instance, declaration, model) ? "whose receiver may be another one, or a copy, when a lambda is called"
        : null;

    /// <summary>A group looks at its receiver once, a lambda each time; and a group on a struct has a copy of it.</summary>
    private static bool IsStable(IOperation? receiver, SyntaxNode declaration, SemanticModel model) => receiver switch
    {
        null => true,
        { Type: not ({ IsReferenceType: true } or null) } => false,
        IInstanceReferenceOperation => true,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => parameter.NullableAnnotation != NullableAnnotation.Annotated && DelegateUses.IsOnlyRead(parameter, declaration, model),
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => DelegateUses.IsOnlyRead(local, declaration, model),
        _ => false,
    };

    private static DelegateFact Lambda(IMethodReferenceOperation group, IMethodSymbol invoke, SyntaxNode declaration, SemanticModel model)
    {
        var symbol = model.GetSymbolInfo(group.Syntax).Symbol as IMethodSymbol ?? group.Method;
        var used = Texts.ContextName.UsedIn(declaration);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var parameters = invoke.Parameters.Zip(symbol.Parameters, (handed, own) => new LambdaParameter(
            PassingModifiers.OfParameter(handed.RefKind),
            PassingModifiers.OfArgument(handed.RefKind),
            handed.Type.ToMinimalDisplayString(model, group.Syntax.SpanStart),
            NameFor(own.Name))).ToList();
        var isInferred = group.Syntax is not (GenericNameSyntax or MemberAccessExpressionSyntax { Name: GenericNameSyntax }) && symbol.Arity > 0;
        return new(
            null,
            new([.. parameters]),
            invoke.Parameters.Any(parameter => parameter.RefKind != RefKind.None),
            isInferred ? $"<{string.Join(", ", symbol.TypeArguments.Select(type => type.ToMinimalDisplayString(model, group.Syntax.SpanStart)))}>" : "",
            symbol.ReducedFrom is null ? OverloadShape.ContextOrdinal(symbol) : 0);

        string NameFor(string name)
        {
            var free = Names.Free(name, candidate => used.Contains(candidate) || taken.Contains(candidate));
            taken.Add(free);
            return free;
        }
    }
}
