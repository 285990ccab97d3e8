using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Incremental;

/// <summary>A part of a body that can be bound without the others. It is the same for whoever divides the same text, and no two parts of a body begin and end together.</summary>
/// <param name="Node">
/// A statement that holds no other; a compound statement, which stands for what it says around the statements in it; the declaration of the body, which stands for what it
/// calls itself; or a body that is an expression.
/// </param>
internal readonly record struct BodyPart(SyntaxNode Node)
{
    /// <summary>Where the node is.</summary>
    public TextSpan Span => Node.Span;

    /// <summary>Adds the names that the part mentions, and those that its constructs imply; what a declaration implies is known to whoever reads it.</summary>
    /// <param name="names">Where to add them.</param>
    /// <param name="types">What is evident in the body that the part is of.</param>
    public void AddNames(HashSet<Mention> names, EvidentTypes types)
    {
        if (Node is CompilationUnitSyntax unit)
        {
            foreach (var statement in unit.Members.OfType<GlobalStatementSyntax>())
            {
                NameScanner.Scan(statement.DescendantTokens(), names, types, statement);
            }
        }
        else
        {
            NameScanner.Scan(Tokens, names, types, Node);
        }
    }

    /// <summary>What the part says itself: without the statements in it, or the members of a type.</summary>
    public IEnumerable<SyntaxToken> Tokens => Node switch
    {
        TypeDeclarationSyntax or MethodDeclarationSyntax => [],
        CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().SelectMany(statement => statement.DescendantTokens()),
        ConstructorDeclarationSyntax { Initializer: var initializer } => initializer?.DescendantTokens() ?? [],
        ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax or not StatementSyntax => Node.DescendantTokens(),
        _ => TokensAround(Node),
    };

    private static IEnumerable<SyntaxToken> TokensAround(SyntaxNode node)
    {
        foreach (var child in node.ChildNodesAndTokens())
        {
            switch (child.AsNode())
            {
                case null:
                    yield return child.AsToken();
                    break;
                case StatementSyntax when node is not LocalFunctionStatementSyntax:
                case ElseClauseSyntax or FinallyClauseSyntax:
                    break;
                case SwitchSectionSyntax or CatchClauseSyntax:
                    foreach (var token in TokensAround(child.AsNode()!))
                    {
                        yield return token;
                    }

                    break;
                case { } inner:
                    foreach (var token in inner.DescendantTokens())
                    {
                        yield return token;
                    }

                    break;
            }
        }
    }

    /// <summary>The part as a statement of its own; null where it is none. The annotation makes a new node, outside of the file, also of one that needs no other change.</summary>
    public StatementSyntax? Statement => (Emptied ?? Node as StatementSyntax)?.WithAdditionalAnnotations(new SyntaxAnnotation());

    /// <summary>A compound statement without the statements in it; null for any other part.</summary>
    private StatementSyntax? Emptied => Node switch
    {
        IfStatementSyntax statement => statement.WithStatement(Nothing).WithElse(null),
        CommonForEachStatementSyntax statement => statement.WithStatement(Nothing),
        ForStatementSyntax statement => statement.WithStatement(Nothing),
        WhileStatementSyntax statement => statement.WithStatement(Nothing),
        DoStatementSyntax statement => statement.WithStatement(Nothing),
        UsingStatementSyntax statement => statement.WithStatement(Nothing),
        LockStatementSyntax statement => statement.WithStatement(Nothing),
        FixedStatementSyntax statement => statement.WithStatement(Nothing),
        SwitchStatementSyntax statement => statement.WithSections([.. statement.Sections.Select(section => section.WithStatements([SyntaxFactory.BreakStatement()]))]),
        TryStatementSyntax statement => statement.WithBlock(SyntaxFactory.Block()).WithFinally(null).WithCatches([.. statement.Catches.Select(clause => clause.WithBlock(SyntaxFactory.Block()))]),
        _ => null,
    };

    private static StatementSyntax Nothing => SyntaxFactory.EmptyStatement();

    /// <summary>Finds a part again.</summary>
    /// <param name="span">Where it is.</param>
    /// <param name="root">The file.</param>
    public static BodyPart At(TextSpan span, SyntaxNode root)
    {
        // Where code is incomplete, or a file holds one type and nothing else, several nodes begin and end together.
        var node = root.FindNode(span);
        while (node.Span == span && !CanBePart(node) && node.ChildThatContainsPosition(span.Start).AsNode() is { } inner)
        {
            node = inner;
        }

        return new(node);
    }

    /// <summary>Divides a body as <see cref="Reach.MemberBodies"/> delimits it.</summary>
    public static IEnumerable<BodyPart> In(SyntaxNode body) => body switch
    {
        ConstructorDeclarationSyntax constructor => [new(constructor), .. In(constructor.Body, constructor.ExpressionBody)],
        MethodDeclarationSyntax method when method.Modifiers.Any(SyntaxKind.AsyncKeyword) => [new(method), .. In(method.Body, method.ExpressionBody)],
        BaseMethodDeclarationSyntax method => In(method.Body, method.ExpressionBody),
        AccessorDeclarationSyntax accessor => In(accessor.Body, accessor.ExpressionBody),
        _ => [new(body)],
    };

    private static bool CanBePart(SyntaxNode node) => node switch
    {
        StatementSyntax statement => SaysSomething(statement),
        CompilationUnitSyntax unit => unit.Members.Any(SyntaxKind.GlobalStatement),
        _ => node is TypeDeclarationSyntax or MethodDeclarationSyntax or ConstructorDeclarationSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or PrimaryConstructorBaseTypeSyntax,
    };

    private static IEnumerable<BodyPart> In(BlockSyntax? block, ArrowExpressionClauseSyntax? arrow)
    {
        if (arrow is not null)
        {
            yield return new(arrow);
        }

        var open = new Stack<SyntaxNode>(block is null ? [] : [block]);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (node is StatementSyntax statement && SaysSomething(statement))
            {
                yield return new(statement);
            }

            foreach (var inner in Inside(node).Reverse())
            {
                open.Push(inner);
            }
        }
    }

    private static bool SaysSomething(StatementSyntax statement) => statement switch
    {
        BlockSyntax or LabeledStatementSyntax or CheckedStatementSyntax or UnsafeStatementSyntax or EmptyStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax => false,
        TryStatementSyntax attempt => attempt.Catches.Any(clause => clause.Filter is not null),
        _ => true,
    };

    /// <summary>The statements in a statement, and the clauses that hold some. Those in a lambda belong to its expression, those of a local function to it.</summary>
    private static IEnumerable<SyntaxNode> Inside(SyntaxNode node) => node switch
    {
        LocalFunctionStatementSyntax => [],
        SwitchStatementSyntax @switch => @switch.Sections.SelectMany(section => section.Statements),
        StatementSyntax or ElseClauseSyntax or CatchClauseSyntax or FinallyClauseSyntax => node.ChildNodes().Where(child => child is StatementSyntax or ElseClauseSyntax or CatchClauseSyntax or FinallyClauseSyntax),
        _ => [],
    };
}
