using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>
/// Writes one overload as text: the original declaration with changes spliced in, so that formatting, comments and the order of the lines stay
/// as they were. Each kind of declaration has a writer of its own.
/// </summary>
internal abstract class OverloadText(OverloadTask task)
{
    private readonly MemberDeclarationSyntax declaration = (MemberDeclarationSyntax)task.Plan.Facts.Declaration;
    private readonly SourceText source = task.Plan.Facts.Declaration.SyntaxTree.GetText();

    /// <summary>The overload with all that belongs to it.</summary>
    public WrittenOverload Write() => new(Plan, Indentation, [.. Comments, .. Attributes], [.. Own, .. task.Plan.Bridges.Select(bridge => (0, Forward.Bridge(bridge.Declared)))], CopiedText.HasNullableDirective(declaration));

    /// <summary>The whitespace before the declaration on its line.</summary>
    protected string Indentation
    {
        get
        {
            var own = IndentationAt(declaration.SpanStart);
            return declaration.Parent is { } parent && parent.SpanStart >= source.Lines.GetLineFromPosition(declaration.SpanStart).Start ? own + "    " : own;
        }
    }

    /// <summary>The attributes that the overload keeps, one list a line.</summary>
    private IEnumerable<string> Attributes =>
        from list in IsInherited ? default : declaration.AttributeLists
        let kept = list.Attributes.Where(attribute => list.Target is not null || !OverloadAttributes.IsDropped(attribute, Plan.Facts.Model, Targets)).Select(attribute => attribute.ToString()).ToList()
        where kept.Count > 0
        select $"[{list.Target}{string.Join(", ", kept)}]";

    /// <summary>The comments directly above the declaration, with a line for the new parameter in the XML documentation.</summary>
    private IEnumerable<string> Comments
    {
        get
        {
            if (IsInherited)
            {
                return [];
            }

            var text = string.Concat(declaration.GetLeadingTrivia().Where(trivia => !trivia.IsDirective && !trivia.IsKind(SyntaxKind.DisabledTextTrivia)).Select(trivia => trivia.ToFullString()));
            var lines = text.Split('\n').Select(line => line.Trim()).Reverse().SkipWhile(line => line.Length == 0).TakeWhile(line => line.Length > 0).Reverse().ToList();
            var at = lines.FindIndex(line => line.StartsWith("/// <param ", StringComparison.Ordinal));
            at = at >= 0 ? at : lines.FindIndex(line => line.Contains("</summary>")) + 1;
            if (at > 0)
            {
                lines.Insert(at, $"/// <param name=\"{task.Name.Name}\">The context, handed on by the caller.</param>");
            }

            return lines;
        }
    }

    /// <summary>What an attribute must be valid on, to be kept.</summary>
    protected virtual AttributeTargets Targets => AttributeTargets.All;

    /// <summary>The overload with its body.</summary>
    protected abstract IEnumerable<(int Line, string Text)> Rewritten { get; }

    /// <summary>The overload without a body.</summary>
    protected virtual (int Line, string Text) Declared => Piece(Start, Header + ";");

    /// <summary>The modifiers that an accessor of the overload has, where its original has some.</summary>
    protected virtual string ModifiersOf(IMethodSymbol accessor) => "";

    /// <summary>All that stands before the body.</summary>
    protected abstract string Header { get; }

    protected MemberPlan Plan => task.Plan;

    protected IReadOnlyList<TextChange> Sites => task.Sites;

    /// <summary>Where the declaration begins after its attributes.</summary>
    protected int Start => declaration.AttributeLists.Count > 0 ? declaration.AttributeLists.Last().GetLastToken().GetNextToken().SpanStart : declaration.SpanStart;

    /// <summary>The new parameter.</summary>
    protected string ParameterText => $"{Plan.Context.Type.ToMinimalDisplayString(Plan.Facts.Model, declaration.SpanStart)} {task.Name.Name}";

    /// <summary>The writer for the kind of member that a plan is about.</summary>
    public static OverloadText For(OverloadTask task) => task.Plan.Facts.Declaration switch
    {
        MethodDeclarationSyntax method => new MethodText(task, method),
        ConstructorDeclarationSyntax constructor => new ConstructorText(task, constructor),
        OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => new OperatorText(task, (BaseMethodDeclarationSyntax)task.Plan.Facts.Declaration),
        IndexerDeclarationSyntax indexer => new IndexerText(task, indexer),
        PropertyDeclarationSyntax property when task.Plan.Member.MethodKind == MethodKind.PropertySet => new SetterText(task, property),
        PropertyDeclarationSyntax property => new GetterText(task, property),
        { } other => throw new InvalidOperationException($"A {other.Kind()} has no overload."),
    };

    private bool IsInherited => Plan.Body == OverloadBody.Inherited;

    private ForwardText Forward => new(Plan, task.Name, task.Expressions, Indentation, ModifiersOf);

    private IEnumerable<(int Line, string Text)> Own => Plan.Body switch
    {
        OverloadBody.Declared => [Declared],
        OverloadBody.Forwarded => [Piece(Start, Header + Forward.Plain)],
        OverloadBody.Scoped => [Piece(Start, Header), (0, Forward.Scoped)],
        OverloadBody.Inherited => [],
        _ => Rewritten,
    };

    /// <summary>A piece of text and the line on which the original has it.</summary>
    protected (int Line, string Text) Piece(int start, string text) => (source.Lines.GetLineFromPosition(start).LineNumber + 1, text);

    /// <summary>The whole declaration, with changes besides those at the sites.</summary>
    protected (int Line, string Text) Whole(params TextChange[] changes) => Piece(Start, Splice(Start, declaration.Span.End, [.. changes, .. Sites]));

    /// <summary>The context in a list of parameters.</summary>
    protected TextChange Parameter(BaseParameterListSyntax list) => Plan.ContextOrdinal == 0
        ? CallEdits.Insertion(list.GetFirstToken(), ParameterText, list.Parameters.Count > 0)
        : new(new(list.Parameters[Plan.ContextOrdinal - 1].Span.End, 0), ", " + ParameterText);

    /// <summary>The modifiers of the overload in the place of those of the original.</summary>
    protected TextChange Modifiers(SyntaxTokenList accessor = default) => new(
        TextSpan.FromBounds(Start, declaration.Modifiers.Count > 0 ? declaration.Modifiers.Last().GetNextToken().SpanStart : Start),
        OverloadModifiers.Of(Plan, declaration.Modifiers, accessor, HiddenOverloads.Hides(Plan, task.Planner)));

    protected string IndentationAt(int position)
    {
        var line = source.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    protected string Splice(int start, int end, IReadOnlyCollection<TextChange> changes)
    {
        var text = new System.Text.StringBuilder();
        var at = start;
        foreach (var change in CopiedText.With(changes, declaration, Plan.Facts.Model.Compilation.Options.NullableContextOptions, TextSpan.FromBounds(start, end)))
        {
            text.Append(source.ToString(TextSpan.FromBounds(at, change.Span.Start))).Append(change.NewText);
            at = change.Span.End;
        }

        return text.Append(source.ToString(TextSpan.FromBounds(at, end))).ToString();
    }
}
