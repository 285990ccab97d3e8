using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.StaticState;

/// <summary>
/// How the declaring type itself uses one of its members, told from syntax alone, so that a keystroke elsewhere costs no binding. A local of
/// the same name is taken for the member, which can only make a table look used in more ways than it is.
/// </summary>
internal sealed class MemberUses(ISymbol member, NamesInTypes names, ChangedNamesOfCompilation changes, CancellationToken cancellationToken)
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

    /// <summary>Whether the member is counted in a way that threads can share.</summary>
    public bool AreInterlocked => All.Any(use => use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner } } }
        && owner.ToString().EndsWith("Interlocked", StringComparison.Ordinal));

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

    /// <summary>Whether the member is private, or no other type of the compilation assigns it or changes what it holds, and none elsewhere can.</summary>
    public bool AreAllChanges => member.DeclaredAccessibility == Accessibility.Private
        || member is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Private }
        || changes.IsChangedOnlyBy(member, All.Count(NameUses.IsChange));

    /// <summary>Whether no other type of the compilation assigns the member or changes what it holds; others may.</summary>
    public bool AreAllChangesHere => changes.IsChangedHereOnlyBy(member, All.Count(NameUses.IsChange));

    /// <summary>Whether constructors alone fill the member, with what their callers hand them.</summary>
    public bool AreHandedIn => Initializer is null && All.Where(IsWritten).All(use => use.Parent is AssignmentExpressionSyntax { Right: var value } && IsAtStart(use) && IsParameter(value));

    /// <summary>Whether a setter of the type hands the member what its caller gives.</summary>
    public bool AreSetByProperty => All.Any(use =>
        use.Parent is AssignmentExpressionSyntax { Right: IdentifierNameSyntax { Identifier.Text: "value" } } assignment && assignment.Left == use
        && use.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is { } accessor && !accessor.Modifiers.Any(SyntaxKind.PrivateKeyword));

    /// <summary>Whether a setter or a method that is not private hands the member what its caller gives, or a default in its place.</summary>
    public bool AreSetByOthers => All.Any(use =>
        use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use
        && (assignment.Right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce ? coalesce.Left : assignment.Right) is IdentifierNameSyntax given
        && (given.Identifier.Text == "value" && use.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is { } accessor && !accessor.Modifiers.Any(SyntaxKind.PrivateKeyword)
            || SetterOf(use) is { } method && method.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword)
            && method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == given.Identifier.ValueText)));

    /// <summary>Whether a method that is named after tests sets the member.</summary>
    public bool AreSetForTests => All.Any(use => IsWritten(use) && SetterOf(use)?.Identifier.ValueText is { } name
        && (name.EndsWith("ForTest", StringComparison.Ordinal) || name.EndsWith("ForTests", StringComparison.Ordinal) || name.EndsWith("ForTesting", StringComparison.Ordinal)));

    /// <summary>Whether the member has a value before anyone sets it.</summary>
    public bool HaveDefault =>
        (Initializer is { } value && !value.IsKind(SyntaxKind.NullLiteralExpression) && !value.IsKind(SyntaxKind.DefaultLiteralExpression)
            && value is not PostfixUnaryExpressionSyntax { Operand.RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression })
        || All.Any(use => IsWritten(use) && (IsAtStart(use) || IsGuardedByEmptyCheck(use)));

    private static MethodDeclarationSyntax? SetterOf(ExpressionSyntax use) => use.FirstAncestorOrSelf<MemberDeclarationSyntax>() as MethodDeclarationSyntax;

    /// <summary>Whether the type adds to the member, a collection, or takes from it, once it has been built; handing it out to others is not counted.</summary>
    public bool AreChangesOfContent => All.Any(use =>
        use.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or ConditionalExpressionSyntax or EqualsValueClauseSyntax or ArgumentSyntax
        && !IsRead(use) && !IsAtStart(use));

    /// <summary>Whether the initialiser or the static constructor puts something into the collection.</summary>
    public bool AreFillingAtStart => All.Any(use => !IsRead(use) && IsAtStart(use)) || Initializer switch
    {
        InvocationExpressionSyntax invocation => !IsEmptyArray(invocation),
        BaseObjectCreationExpressionSyntax creation => creation.Initializer is { Expressions.Count: > 0 } || creation.ArgumentList is { Arguments.Count: > 0 },
        ArrayCreationExpressionSyntax creation => creation.Initializer is { Expressions.Count: > 0 },
        ImplicitArrayCreationExpressionSyntax creation => creation.Initializer.Expressions.Count > 0,
        InitializerExpressionSyntax initializer => initializer.Expressions.Count > 0,
        CollectionExpressionSyntax collection => collection.Elements.Count > 0,
        _ => false,
    };

    /// <summary>Whether the member is an array or collection that nothing changes once it is filled: private, and its type only reads it, or not private, and its type may hand it out too.</summary>
    public bool AreReadsOfCollection(ITypeSymbol type) =>
        (type is IArrayTypeSymbol ? AreFillingAtStart || FirstValue is null : type.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_Collections_IEnumerable))
        && (member.DeclaredAccessibility == Accessibility.Private ? All.All(use => IsRead(use) || IsAtStart(use)) : AreFilledAtStartAndRead && AreAllChanges);

    /// <summary>Whether the type fills the member, an array or a collection, once at the beginning and only reads it afterwards, as far as its own code goes.</summary>
    public bool AreFilledAtStartAndRead => AreFillingAtStart && All.All(use => IsRead(use) || IsAtStart(use) || use.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax);

    /// <summary>Whether the member is private and nothing that its type does with the object changes it.</summary>
    /// <param name="changes">Tells of a method, by its name, whether it changes the object.</param>
    public bool AreReadsOfObject(Func<string, bool> changes) => member.DeclaredAccessibility == Accessibility.Private && All.Count > 0 && All.All(use => IsWrittenAtStart(use) || IsPartOfAnother(use) || use.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax called } access when called.Expression == access => !changes(access.Name.Identifier.ValueText),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } } => !changes(binding.Name.Identifier.ValueText),
        MemberAccessExpressionSyntax access => access.Expression == use && !IsWritten(access) && access.Parent is not (MemberAccessExpressionSyntax or ElementAccessExpressionSyntax),
        BinaryExpressionSyntax or IsPatternExpressionSyntax => true,
        _ => IsInNameOf(use),
    });

    // What another static is built from is judged there, too.
    private static bool IsPartOfAnother(ExpressionSyntax use) => use.Parent is ArgumentSyntax or AssignmentExpressionSyntax or InitializerExpressionSyntax
        && use.Ancestors().FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax) is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.StaticKeyword);

    private bool IsWrittenAtStart(ExpressionSyntax use) => use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use && IsAtStart(use);

    /// <summary>Whether the initialiser is an array without elements, in which nothing can change.</summary>
    public bool HaveEmptyArray(ITypeSymbol type) => type is IArrayTypeSymbol && Initializer is { } value && IsEmptyArray(value);

    /// <summary>What the member is first given: its initialiser, or the one assignment in a constructor; null where that is not one expression.</summary>
    public ExpressionSyntax? FirstValue =>
        Initializer ?? (All.Where(IsWritten).ToList() is [{ Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } only] && IsAtStart(only) ? assignment.Right : null);

    private ExpressionSyntax? Initializer => member.DeclaringSyntaxReferences.Select(ExpressionSyntax? (reference) => reference.GetSyntax(cancellationToken) switch
    {
        VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    }).FirstOrDefault(value => value is not null);

    private IEnumerable<ExpressionSyntax> Find() =>
        from name in names.Of(member.ContainingType, member.Name)
        select NameUses.Whole(name);

    private static bool IsWritten(ExpressionSyntax use) => NameUses.IsWritten(use);

    // A lambda in a constructor runs later, and a constructor of another type initialises that.
    private bool IsAtStart(ExpressionSyntax use) =>
        !member.IsStatic && NameUses.IsInitializing(use)
        || use.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) is ConstructorDeclarationSyntax constructor
        && constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == member.IsStatic
        && member.ContainingType.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) == constructor.Parent);

    private static bool IsParameter(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax name => name.FirstAncestorOrSelf<ConstructorDeclarationSyntax>()?.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText) ?? false,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.CoalesceExpression) && IsParameter(binary.Left) && binary.Right is ThrowExpressionSyntax,
        LiteralExpressionSyntax => true,
        PostfixUnaryExpressionSyntax unary => IsParameter(unary.Operand),
        _ => false,
    };

    private bool IsGuardedByEmptyCheck(ExpressionSyntax write) =>
        write.Parent.IsKind(SyntaxKind.CoalesceAssignmentExpression)
        || write.Parent is AssignmentExpressionSyntax { Parent: var around } && (around?.AncestorsAndSelf().TakeWhile(node => node is not MemberDeclarationSyntax)
            .Any(node => node is IfStatementSyntax test && ComparesWithNull(test.Condition) || node is BinaryExpressionSyntax binary && binary.IsKind(SyntaxKind.CoalesceExpression)) ?? false);

    private bool ComparesWithNull(ExpressionSyntax condition) =>
        condition.DescendantNodesAndSelf().Any(node => node switch
        {
            BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.EqualsExpression) && Names(binary.Left) && binary.Right.IsKind(SyntaxKind.NullLiteralExpression),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } access => Names(access.Expression),
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
        ElementAccessExpressionSyntax element => element.Expression == use && IsReadOfElement(element),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } } => Reading.Contains(binding.Name.Identifier.ValueText),
        ForEachStatementSyntax each => each.Expression == use,
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None) && !IsFilled(argument),
        ConditionalExpressionSyntax or EqualsValueClauseSyntax => IsReadThroughLocal(use),
        BinaryExpressionSyntax or IsPatternExpressionSyntax or SpreadElementSyntax or FromClauseSyntax or JoinClauseSyntax => true,
        _ => IsInNameOf(use),
    };

    // Methods that write into what they are handed; those that copy read their first argument.
    private static bool IsFilled(ArgumentSyntax argument) => argument.Parent is ArgumentListSyntax { Arguments: var all, Parent: InvocationExpressionSyntax { Expression: var called } }
        && ((called as MemberAccessExpressionSyntax)?.Name ?? called as SimpleNameSyntax)?.Identifier.ValueText switch
        {
            "Copy" or "BlockCopy" or "ConstrainedCopy" => all.IndexOf(argument) > 0,
            "Clear" or "CopyTo" or "Fill" or "GetBytes" or "NextBytes" or "Read" or "ReadAsync" or "ReadExactly" or "Resize" or "Reverse" or "Shuffle" or "Sort" => true,
            _ => false,
        };

    private static bool IsReadThroughLocal(ExpressionSyntax use)
    {
        var value = use.Parent is ConditionalExpressionSyntax conditional && conditional.Condition != use ? conditional : use;
        return value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } local }
            && value.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == local.Identifier.ValueText).All(IsRead);
    }

    // A row of a table is a table again.
    private static bool IsReadOfElement(ElementAccessExpressionSyntax element) =>
        element.Parent is ElementAccessExpressionSyntax outer && outer.Expression == element ? IsReadOfElement(outer) : IsLentReadOnly(element) || !IsWritten(element);

    private static bool IsLentReadOnly(ElementAccessExpressionSyntax element) =>
        element.Parent is RefExpressionSyntax && element.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.ReturnType is RefTypeSyntax { ReadOnlyKeyword.RawKind: not 0 };

    private static bool IsInNameOf(ExpressionSyntax use) => use.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } };

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
