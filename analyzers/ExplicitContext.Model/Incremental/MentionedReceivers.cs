using System.Collections.Immutable;
using ExplicitContext.Model.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Incremental;

/// <summary>
/// On objects of which types a file says a name, as far as code nearby shows it. It takes a look at the syntax, so only those are asked about who may call what is searched for.
/// Not safe for concurrent use.
/// </summary>
/// <param name="root">The file.</param>
/// <param name="related">Which types have to do with which.</param>
/// <param name="members">What code of the file can say without a receiver.</param>
/// <param name="canSlice">Whether there are types of ranges, so that any index may be one.</param>
internal sealed class MentionedReceivers(SyntaxNode root, RelatedTypes related, MembersInReach members, bool canSlice)
{
    private readonly Dictionary<SyntaxNode, EvidentTypes> evident = [];

    /// <summary>Whether more can be told of a name, said on whatever, than that somebody says it.</summary>
    public static bool Tell(string name, bool isOfType) => IsOfSlice(name) || (isOfType && (name == ImpliedNames.Indexer || SyntaxFacts.IsValidIdentifier(name)));

    /// <summary>The types on whose objects, or of which themselves, a part says a name; default where one is not evident.</summary>
    public ImmutableArray<string> Of(TextSpan part, string name) =>
        !IsOfSlice(name) ? Find(BodyPart.At(part, root), name)
        : MaySlice(BodyPart.At(part, root)) ? default
        : [];

    private static bool IsOfSlice(string name) => name is ".Slice" or ".Length" or ".Count";

    /// <summary>What is indexed by a number, or by a literal, is neither measured nor cut.</summary>
    private bool MaySlice(BodyPart part) => part.Tokens.Any(token => token.Kind() switch
    {
        SyntaxKind.DotDotToken => true,
        SyntaxKind.CaretToken => token.Parent is PrefixUnaryExpressionSyntax,
        SyntaxKind.OpenBracketToken => token.Parent is ListPatternSyntax or CollectionExpressionSyntax
            || canSlice && token.Parent is BracketedArgumentListSyntax { Arguments: var arguments } && arguments.Any(argument => argument.Expression is not LiteralExpressionSyntax),
        _ => false,
    });

    private ImmutableArray<string> Find(BodyPart part, string name)
    {
        if (MemberBodies.Around(part.Node) is not { } body)
        {
            return default;
        }

        if (!evident.TryGetValue(body, out var shown))
        {
            evident.Add(body, shown = new(body));
        }

        var types = ImmutableArray.CreateBuilder<string>();
        var isSaid = false;
        foreach (var token in part.Tokens.Where(token => name == ImpliedNames.Indexer ? IsIndexing(token) : IsSaying(token, name)))
        {
            isSaid = true;
            if (ReceiverOf(token.Parent) is not { } receiver || !AddType(types, receiver))
            {
                return default;
            }
        }

        return isSaid ? types.ToImmutable() : default;

        bool AddType(ImmutableArray<string>.Builder types, ExpressionSyntax receiver)
        {
            if (receiver is PredefinedTypeSyntax)
            {
                return true;
            }

            var type = shown.Of(receiver, part.Node);
            if (type is not null)
            {
                types.Add(type);
                return !related.IsUnknown(type);
            }

            // What stands before a dot and is neither a variable nor a member, is a type or a namespace.
            if (receiver is IdentifierNameSyntax { Identifier.ValueText: var said } && !shown.MayDeclare(said) && !members.Contain(said, body))
            {
                types.Add(said);
                return true;
            }

            return false;
        }
    }

    private static bool IsSaying(SyntaxToken token, string name) => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && MentionForms.Of(token).Receiver == Receiver.Any;

    private static bool IsIndexing(SyntaxToken token) => token.IsKind(SyntaxKind.OpenBracketToken)
        && token.Parent is ListPatternSyntax or BracketedArgumentListSyntax { Parent: not ElementAccessExpressionSyntax { Expression: BaseExpressionSyntax } };

    private static ExpressionSyntax? ReceiverOf(SyntaxNode? said)
    {
        switch (said?.Parent)
        {
            case MemberAccessExpressionSyntax access:
                return access.Name == said ? access.Expression : null;
            case ElementAccessExpressionSyntax access:
                return access.Expression;
            case MemberBindingExpressionSyntax binding:
                ExpressionSyntax whole = binding;
                while (whole.Parent is InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax && whole.SpanStart == whole.Parent.SpanStart)
                {
                    whole = (ExpressionSyntax)whole.Parent;
                }

                return whole.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == whole ? conditional.Expression : null;
            default:
                return null;
        }
    }
}
