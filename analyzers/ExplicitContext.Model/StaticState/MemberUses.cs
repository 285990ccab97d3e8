using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.StaticState;

/// <summary>
/// How the declaring type itself uses one of its members, told from syntax alone, so that a keystroke elsewhere costs no binding. A local of
/// the same name is taken for the member, which can only make a table look used in more ways than it is.
/// </summary>
internal sealed class MemberUses(ISymbol member, CancellationToken cancellationToken)
{
    // What a collection can be asked without being changed. Extension methods of LINQ only read; these are the collections' own.
    private static readonly ImmutableHashSet<string> Reading = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Aggregate", "All", "Any", "AsEnumerable", "AsReadOnly", "AsSpan", "BinarySearch", "Cast", "Concat", "Contains", "ContainsKey", "ContainsValue", "ConvertAll", "Count",
        "Distinct", "ElementAt", "Except", "Exists", "Find", "FindAll", "FindIndex", "FindLast", "First", "FirstOrDefault", "ForEach", "GetEnumerator", "GetLength",
        "GetUpperBound", "GetValueOrDefault", "IndexOf", "IsProperSubsetOf", "IsSubsetOf", "IsSupersetOf", "Keys", "Last", "LastIndexOf", "LastOrDefault", "Length", "LongLength",
        "Max", "Min", "OfType", "OrderBy", "OrderByDescending", "Overlaps", "Rank", "Reverse", "Select", "SelectMany", "SequenceEqual", "SetEquals", "Single", "SingleOrDefault",
        "Skip", "Sum", "Take", "ToArray", "ToDictionary", "ToHashSet", "ToImmutableArray", "ToList", "ToLookup", "ToString", "TrueForAll", "TryGetValue", "Union", "Values",
        "Where", "Zip");

    private IReadOnlyList<ExpressionSyntax>? uses;

    /// <summary>Every place in the declaring type, its other parts and nested types included, that names the member; its declaration aside.</summary>
    private IReadOnlyList<ExpressionSyntax> All => uses ??= [.. Find()];

    /// <summary>Whether the member is counted up or down, by an operator or by <c>Interlocked</c>.</summary>
    public bool AreCounting => All.Any(use => use.Parent switch
    {
        PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression),
        PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PostIncrementExpression) || unary.IsKind(SyntaxKind.PostDecrementExpression),
        AssignmentExpressionSyntax assignment => assignment.Left == use
            && (assignment.IsKind(SyntaxKind.AddAssignmentExpression) || assignment.IsKind(SyntaxKind.SubtractAssignmentExpression)),
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword, Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } } =>
            called.Name.Identifier.Text is "Increment" or "Decrement" or "Add",
        _ => false,
    });

    /// <summary>Whether all that ever happens to the member is that it is filled when it is found empty.</summary>
    public bool AreFillingWhenEmpty
    {
        get
        {
            var writes = All.Where(IsWritten).ToList();
            return writes.Count > 0 && writes.All(IsGuardedByEmptyCheck);
        }
    }

    /// <summary>Whether the type writes the member nowhere but in its initialiser and its constructors: static ones for a static member.</summary>
    public bool AreWritesAtStart => All.Where(IsWritten).All(IsAtStart);

    /// <summary>Whether a setter of the type hands the member what its caller gives.</summary>
    public bool AreSetByProperty => All.Any(use =>
        use.Parent is AssignmentExpressionSyntax { Right: IdentifierNameSyntax { Identifier.Text: "value" } } assignment && assignment.Left == use
        && use.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is { } accessor && !accessor.Modifiers.Any(SyntaxKind.PrivateKeyword));

    /// <summary>Whether the type adds to the member, a collection, or takes from it, once it has been built; handing it out to others is not counted.</summary>
    public bool AreChangesOfContent => All.Any(use =>
        use.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax && !IsRead(use) && !IsAtStart(use));

    /// <summary>Whether the initialiser or the static constructor puts something into the collection.</summary>
    public bool AreFillingAtStart => All.Any(use => !IsRead(use) && IsAtStart(use)) || Initializer switch
    {
        BaseObjectCreationExpressionSyntax creation => creation.Initializer is { Expressions.Count: > 0 } || creation.ArgumentList is { Arguments.Count: > 0 },
        ArrayCreationExpressionSyntax creation => creation.Initializer is { Expressions.Count: > 0 },
        ImplicitArrayCreationExpressionSyntax creation => creation.Initializer.Expressions.Count > 0,
        InitializerExpressionSyntax initializer => initializer.Expressions.Count > 0,
        CollectionExpressionSyntax collection => collection.Elements.Count > 0,
        _ => false,
    };

    /// <summary>Whether the member is a private array or collection that its type only reads.</summary>
    public bool AreReadsOfCollection(ITypeSymbol type) =>
        member.DeclaredAccessibility == Accessibility.Private
        && (type is IArrayTypeSymbol || type.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable))
        && All.All(IsRead);

    /// <summary>Whether the initialiser is an array without elements, in which nothing can change.</summary>
    public bool HaveEmptyArray(ITypeSymbol type) => type is IArrayTypeSymbol && Initializer is { } value && IsEmptyArray(value);

    /// <summary>The class that the initialiser constructs, where it does so openly; more exact than the declared type.</summary>
    public ITypeSymbol? ConstructedType(Compilation compilation) =>
        Initializer is BaseObjectCreationExpressionSyntax creation && compilation.ContainsSyntaxTree(creation.SyntaxTree)
            ? compilation.GetSemanticModel(creation.SyntaxTree).GetTypeInfo(creation, cancellationToken).Type
            : null;

    private ExpressionSyntax? Initializer => member.DeclaringSyntaxReferences.Select(ExpressionSyntax? (reference) => reference.GetSyntax(cancellationToken) switch
    {
        VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    }).FirstOrDefault(value => value is not null);

    private IEnumerable<ExpressionSyntax> Find() =>
        from reference in member.ContainingType.DeclaringSyntaxReferences
        from name in reference.GetSyntax(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>()
        where name.Identifier.ValueText == member.Name
        select name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;

    private static bool IsWritten(ExpressionSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression),
        PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PostIncrementExpression) || unary.IsKind(SyntaxKind.PostDecrementExpression),
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword),
        _ => false,
    };

    private bool IsAtStart(ExpressionSyntax use) =>
        use.FirstAncestorOrSelf<MemberDeclarationSyntax>() is ConstructorDeclarationSyntax constructor && constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == member.IsStatic;

    private bool IsGuardedByEmptyCheck(ExpressionSyntax write) =>
        write.Parent.IsKind(SyntaxKind.CoalesceAssignmentExpression)
        || write.Parent is AssignmentExpressionSyntax { Parent: var around } && (around?.AncestorsAndSelf().TakeWhile(node => node is not MemberDeclarationSyntax)
            .Any(node => node is IfStatementSyntax test && ComparesWithNull(test.Condition) || node is BinaryExpressionSyntax binary && binary.IsKind(SyntaxKind.CoalesceExpression)) ?? false);

    private bool ComparesWithNull(ExpressionSyntax condition) =>
        condition.DescendantNodesAndSelf().Any(node => node switch
        {
            BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.EqualsExpression) && Names(binary.Left) && binary.Right.IsKind(SyntaxKind.NullLiteralExpression),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } pattern => Names(pattern.Expression),
            _ => false,
        });

    private bool Names(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == member.Name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == member.Name,
        _ => false,
    };

    private static bool IsRead(ExpressionSyntax use) => use.Parent switch
    {
        MemberAccessExpressionSyntax access => Reading.Contains(access.Name.Identifier.ValueText),
        ElementAccessExpressionSyntax element => element.Expression == use && !IsWritten(element) && element.Parent is not RefExpressionSyntax,
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } } => Reading.Contains(binding.Name.Identifier.ValueText),
        ForEachStatementSyntax each => each.Expression == use,
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None),
        BinaryExpressionSyntax or IsPatternExpressionSyntax or SpreadElementSyntax or FromClauseSyntax or JoinClauseSyntax => true,
        _ => use.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } },
    };

    private static bool IsEmptyArray(ExpressionSyntax value) => value switch
    {
        CollectionExpressionSyntax collection => collection.Elements.Count == 0,
        InitializerExpressionSyntax initializer => initializer.Expressions.Count == 0,
        ArrayCreationExpressionSyntax creation => creation.Initializer is { Expressions.Count: 0 }
            || creation.Initializer is null && creation.Type.RankSpecifiers[0].Sizes is [LiteralExpressionSyntax { Token.ValueText: "0" }],
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } } => true,
        _ => false,
    };
}
