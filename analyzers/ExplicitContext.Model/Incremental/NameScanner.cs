using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Incremental;

/// <summary>Collects the names that code mentions, and those that its constructs imply; these begin with a dot, see <see cref="ImpliedNames.CallOn"/>.</summary>
internal static class NameScanner
{
    /// <summary>Adds the names that tokens say to a set.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="names">The set.</param>
    /// <param name="types">What is evident in the body around it.</param>
    /// <param name="place">Where in the body it is.</param>
    public static void Scan(IEnumerable<SyntaxToken> tokens, HashSet<Mention> names, EvidentTypes types, SyntaxNode place)
    {
        foreach (var token in tokens)
        {
            if (token.IsKind(SyntaxKind.OpenBracketToken))
            {
                AddBracket(token.Parent, names, types, place);
            }
            else
            {
                Add(token, names);
            }
        }
    }

    /// <summary>What an asynchronous member may call on the builder of its task.</summary>
    public static ImmutableArray<string> OnBuilder { get; } =
        [".Create", ".Start", ".Task", ".SetResult", ".SetException", ".SetStateMachine", ".AwaitOnCompleted", ".AwaitUnsafeOnCompleted", ".MoveNext", ".Complete"];

    /// <summary>What a call may call to make a collection of its arguments; nothing where that is an array.</summary>
    public static IEnumerable<string> OfParams(ParameterSyntax parameter) => parameter is { Type: { } type and not ArrayTypeSyntax }
        ? [ImpliedNames.Construction(RightmostName(type)), ImpliedNames.CollectionExpression, ImpliedNames.CallOn("Create"), ImpliedNames.CallOn("Add")]
        : [];

    /// <summary>Whether a generic name stands for something that runs, rather than for the type of a variable.</summary>
    private static bool IsUsed(GenericNameSyntax generic)
    {
        SyntaxNode name = generic;
        while (name.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax)
        {
            name = name.Parent;
        }

        return name.Parent is not (VariableDeclarationSyntax or ParameterSyntax or TypeArgumentListSyntax or NullableTypeSyntax or ArrayTypeSyntax or TypeOfExpressionSyntax);
    }

    private static void Add(SyntaxToken token, HashSet<Mention> names)
    {
        switch (token.Kind())
        {
            case SyntaxKind.IdentifierToken:
                names.Add(MentionForms.Of(token));
                break;
            case SyntaxKind.NewKeyword:
                AddConstruction(token.Parent, names);
                break;
            case SyntaxKind.ForEachKeyword:
                AddAll(names, ".GetEnumerator", ".GetAsyncEnumerator", ".MoveNext", ".MoveNextAsync", ".Current", ".Dispose", ".DisposeAsync", ".Deconstruct");
                break;
            case SyntaxKind.UsingKeyword:
                AddAll(names, ".Dispose", ".DisposeAsync");
                break;
            case SyntaxKind.AwaitKeyword:
                AddAll(names, ".GetAwaiter", ".IsCompleted", ".GetResult", ".OnCompleted", ".UnsafeOnCompleted", ".DisposeAsync");
                AddAll(names, [.. OnBuilder]);
                break;
            case SyntaxKind.AsyncKeyword:
                AddAll(names, [.. OnBuilder]);
                break;
            case SyntaxKind.LessThanToken when token.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax generic } list && IsUsed(generic):
                AddAll(names, [.. list.Arguments.Select(argument => ImpliedNames.Construction(RightmostName(argument)))]);
                break;
            case SyntaxKind.ParamsKeyword when token.Parent is ParameterSyntax parameter:
                AddAll(names, [.. OfParams(parameter)]);
                break;
            case SyntaxKind.LockKeyword:
                AddAll(names, ".EnterScope", ".Dispose");
                break;
            case SyntaxKind.FixedKeyword:
                AddAll(names, ".GetPinnableReference");
                break;
            case SyntaxKind.FromKeyword:
                AddAll(names, ".Select", ".SelectMany", ".Where", ".Join", ".GroupJoin", ".OrderBy", ".OrderByDescending", ".ThenBy", ".ThenByDescending", ".GroupBy", ".Cast");
                break;
            case SyntaxKind.WithKeyword:
                names.Add(new(ImpliedNames.AnyConstruction));
                break;
            case SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken:
                names.Add(new(ImpliedNames.AnyConstruction));
                AddAll(names, ".TryFormat", ".AppendLiteral", ".AppendFormatted", ".ToStringAndClear", ".ToString");
                break;
            case SyntaxKind.OpenParenToken when token.Parent is TupleExpressionSyntax or ParenthesizedVariableDesignationSyntax or PositionalPatternClauseSyntax:
                AddAll(names, ".Deconstruct");
                break;
            case SyntaxKind.OpenBraceToken when token.Parent is InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression or (int)SyntaxKind.ComplexElementInitializerExpression }:
                AddAll(names, ".Add");
                break;
            case SyntaxKind.DotDotToken:
                AddAll(names, ".Slice", ".Length", ".Count");
                break;
            default:
                AddOperator(token, names);
                break;
        }
    }

    /// <summary>An array and an anonymous object have no constructor that could reach anything.</summary>
    private static void AddConstruction(SyntaxNode? parent, HashSet<Mention> names)
    {
        switch (parent)
        {
            case ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or AnonymousObjectCreationExpressionSyntax:
                break;
            case ObjectCreationExpressionSyntax creation:
                names.Add(new(ImpliedNames.Construction(RightmostName(creation.Type)), Arguments: creation.ArgumentList?.Arguments.Count ?? 0));
                break;
            case ImplicitObjectCreationExpressionSyntax creation:
                names.Add(new(ImpliedNames.AnyConstruction, Arguments: creation.ArgumentList.Arguments.Count));
                break;
            default:
                names.Add(new(ImpliedNames.AnyConstruction));
                break;
        }
    }

    private static void AddBracket(SyntaxNode? parent, HashSet<Mention> names, EvidentTypes types, SyntaxNode place)
    {
        switch (parent)
        {
            case BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax { Expression: BaseExpressionSyntax } }:
                names.Add(new(ImpliedNames.Indexer, Receiver.Base));
                break;
            case BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax access } when types.Of(access.Expression, place) is { } type:
                if (type != EvidentTypes.Array)
                {
                    names.Add(new(ImpliedNames.Indexer, Receiver.Typed, Type: type));
                    AddAll(names, ".Length", ".Count", ".Slice");
                }

                break;
            case BracketedArgumentListSyntax:
                names.Add(new(ImpliedNames.Indexer));
                AddAll(names, ".Length", ".Count", ".Slice");
                break;
            case CollectionExpressionSyntax:
                names.Add(new(ImpliedNames.CollectionExpression));
                names.Add(new(ImpliedNames.AnyConstruction));
                AddAll(names, ".Create", ".Add", ".AddRange", ".GetEnumerator", ".MoveNext", ".Current", ".Dispose");
                break;
            case ListPatternSyntax:
                names.Add(new(ImpliedNames.Indexer));
                AddAll(names, ".Slice", ".Length", ".Count");
                break;
        }
    }

    /// <summary>A compound assignment may use the operator without the <c>=</c>; concatenation calls <c>ToString</c>.</summary>
    private static void AddOperator(SyntaxToken token, HashSet<Mention> names)
    {
        if (token.Parent is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or AssignmentExpressionSyntax)
        {
            names.Add(new(ImpliedNames.Operator(token.Text)));
            if (token.Parent is AssignmentExpressionSyntax && token.Text.Length > 1)
            {
                names.Add(new(ImpliedNames.Operator(token.Text.Substring(0, token.Text.Length - 1))));
            }

            if (token.Text is "&&" or "||")
            {
                names.Add(new(ImpliedNames.Operator(token.Text.Substring(1))));
            }

            if (token.IsKind(SyntaxKind.PlusToken) || token.IsKind(SyntaxKind.PlusEqualsToken))
            {
                AddAll(names, ".ToString");
            }
        }
    }

    /// <summary>The simple name of a type as it is written: <c>Box</c> of <c>global::Things.Box&lt;int&gt;</c>.</summary>
    public static string RightmostName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        NullableTypeSyntax nullable => RightmostName(nullable.ElementType),
        _ => type.ToString(),
    };

    private static void AddAll(HashSet<Mention> names, params ReadOnlySpan<string> added)
    {
        foreach (var name in added)
        {
            names.Add(new(name));
        }
    }
}
