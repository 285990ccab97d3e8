using ExplicitContext.Model.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.StaticState;

/// <summary>
/// Whether the very object that a member is first given can change. More exact than its type: what another static holds is judged there, and
/// what a constructor is handed is judged as it is written.
/// </summary>
internal sealed class InitialValues(Compilation compilation, ImmutableTypes immutable, CancellationToken cancellationToken)
{
    private SemanticModel? last;
    private (BaseObjectCreationExpressionSyntax? Creation, INamedTypeSymbol? Type) lastTyped;

    /// <summary>Whether nothing can change in the value.</summary>
    public bool IsConstant(ExpressionSyntax value) => ModelOf(value) is { } model && IsConstant(value, model);

    /// <summary>Whether nothing can change in any of the elements that a collection or array is built with.</summary>
    public bool HasConstantElements(ExpressionSyntax value) =>
        ElementsOf(value) is { } elements && ModelOf(value) is { } model && elements.All(element => IsElementConstant(element, model));

    /// <summary>The class that a member's value openly constructs, which is more exact than the declared type.</summary>
    public INamedTypeSymbol? ConstructedType(ExpressionSyntax value, ITypeSymbol declared) => value switch
    {
        ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax } => CalleeList.Unwrapped(declared) as INamedTypeSymbol,
        BaseObjectCreationExpressionSyntax creation when ModelOf(value) is { } model => TypeOf(creation, model),
        _ => null,
    };

    /// <summary>Where a construction names its type, nothing else of it has to be bound; and it is asked for twice in a row.</summary>
    private INamedTypeSymbol? TypeOf(BaseObjectCreationExpressionSyntax creation, SemanticModel model)
    {
        if (lastTyped.Creation != creation)
        {
            var bound = (creation as ObjectCreationExpressionSyntax)?.Type is { } type
                ? model.GetSpeculativeTypeInfo(type.SpanStart, type, SpeculativeBindingOption.BindAsTypeOrNamespace)
                : model.GetTypeInfo(creation, cancellationToken);
            lastTyped = (creation, bound.Type as INamedTypeSymbol);
        }

        return lastTyped.Type;
    }

    // What a model has bound, it does not bind again.
    private SemanticModel? ModelOf(ExpressionSyntax value) =>
        last?.SyntaxTree == value.SyntaxTree ? last : last = compilation.ContainsSyntaxTree(value.SyntaxTree) ? compilation.GetSemanticModel(value.SyntaxTree) : null;

    private bool IsConstant(ExpressionSyntax value, SemanticModel model) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsConstant(parenthesized.Expression, model),
        CastExpressionSyntax cast => IsConstant(cast.Expression, model),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => IsConstant(suppressed.Operand, model),
        LiteralExpressionSyntax or DefaultExpressionSyntax or TypeOfExpressionSyntax or AnonymousFunctionExpressionSyntax or InterpolatedStringExpressionSyntax => true,
        ConditionalExpressionSyntax conditional => IsConstant(conditional.WhenTrue, model) && IsConstant(conditional.WhenFalse, model),
        BaseObjectCreationExpressionSyntax creation => IsConstantObject(creation, model),
        ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or InitializerExpressionSyntax or CollectionExpressionSyntax => false,
        InvocationExpressionSyntax invocation => IsFreezing(invocation) || IsOfImmutableType(value, model),
        NameSyntax or MemberAccessExpressionSyntax => IsHeldElsewhere(model.GetSymbolInfo(value, cancellationToken).Symbol) || IsOfImmutableType(value, model),
        _ => IsOfImmutableType(value, model),
    };

    private bool IsOfImmutableType(ExpressionSyntax value, SemanticModel model) => model.GetTypeInfo(value, cancellationToken).Type is { } type && immutable.Contains(type);

    private bool IsConstantObject(BaseObjectCreationExpressionSyntax creation, SemanticModel model) =>
        TypeOf(creation, model) is { } type
        && (immutable.Contains(type)
            || creation.Initializer is null && immutable.ContainsIfGivenConstants(type) && (creation.ArgumentList?.Arguments.All(argument => IsConstant(argument.Expression, model) || IsOwnTable(argument.Expression, type, model)) ?? true));

    /// <summary>An array of constants that is made for the object, which keeps it to itself.</summary>
    private bool IsOwnTable(ExpressionSyntax value, INamedTypeSymbol owner, SemanticModel model) =>
        value is ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax && IsElementConstant(value, model) && immutable.OnlyReadsItsArrays(owner);

    /// <summary>The value is another static's: where it can change, that one is the state.</summary>
    private static bool IsHeldElsewhere(ISymbol? symbol) => symbol switch
    {
        IFieldSymbol { IsStatic: true } => true,
        IPropertySymbol { IsStatic: true, SetMethod: null } property => property.DeclaringSyntaxReferences.IsEmpty || StaticStateClassifier.HasStorage(property),
        IMethodSymbol => true,
        _ => false,
    };

    // "AsReadOnly", "Freeze": the object says itself that it will change no more.
    private static bool IsFreezing(InvocationExpressionSyntax invocation) =>
        invocation.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsReadOnly" or "ToReadOnly" or "MakeReadOnly" or "Freeze" or "ToFrozen" or "AsFrozen" };

    private bool IsElementConstant(ExpressionSyntax element, SemanticModel model) => element switch
    {
        InitializerExpressionSyntax nested => nested.Expressions.All(inner => IsElementConstant(inner, model)),
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax } keyed => IsElementConstant(keyed.Right, model),
        _ when ElementsOf(element) is { } elements => elements.All(inner => IsElementConstant(inner, model)),
        _ => IsConstant(element, model),
    };

    private static IEnumerable<ExpressionSyntax>? ElementsOf(ExpressionSyntax value) => value switch
    {
        InitializerExpressionSyntax initializer => initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression } initializer } => initializer.Expressions,
        CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) =>
            collection.Elements.Select(element => ((ExpressionElementSyntax)element).Expression),
        _ => null,
    };
}
