using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>
/// An argument that the compiler makes up from the text around a call: the name of the caller, or the text of another argument. Where the copy has another text, it
/// spells out what the original's text says. Files and lines need nothing: <c>#line</c> tells the compiler those of the original.
/// </summary>
/// <param name="InsertAt">Where the argument goes: the end of the argument list.</param>
/// <param name="Text">The argument, by name.</param>
/// <param name="IsOnly">Whether the call has no other argument.</param>
/// <param name="Source">The argument whose text it is; null for the name of the caller.</param>
internal sealed record CallerInfo(int InsertAt, string Text, bool IsOnly, TextSpan? Source)
{
    /// <summary>What the compiler makes up for a call that is written with an argument list.</summary>
    public static IEnumerable<CallerInfo> Of(IOperation operation)
    {
        var (arguments, list) = operation switch
        {
            IInvocationOperation invocation => (invocation.Arguments, (invocation.Syntax as InvocationExpressionSyntax)?.ArgumentList as BaseArgumentListSyntax ?? (invocation.Syntax as ConstructorInitializerSyntax)?.ArgumentList),
            IObjectCreationOperation creation => (creation.Arguments, (creation.Syntax as BaseObjectCreationExpressionSyntax)?.ArgumentList),
            IPropertyReferenceOperation { Property.IsIndexer: true } indexer => (indexer.Arguments, (indexer.Syntax as ElementAccessExpressionSyntax)?.ArgumentList),
            _ => ([], null),
        };
        if (list is null)
        {
            yield break;
        }

        foreach (var argument in arguments.Where(argument => argument.ArgumentKind == ArgumentKind.DefaultValue && argument.Value.ConstantValue.Value is string))
        {
            foreach (var attribute in argument.Parameter?.GetAttributes() ?? [])
            {
                var text = $"{argument.Parameter!.Name}: {SymbolDisplay.FormatLiteral((string)argument.Value.ConstantValue.Value!, quote: true)}";
                if (attribute.AttributeClass?.Name == "CallerMemberNameAttribute")
                {
                    yield return new(list.Span.End - 1, text, list.Arguments.Count == 0, null);
                }
                else if (attribute.AttributeClass?.Name == "CallerArgumentExpressionAttribute"
                    && arguments.FirstOrDefault(other => other.Parameter?.Name == attribute.ConstructorArguments.FirstOrDefault().Value as string && other.ArgumentKind == ArgumentKind.Explicit) is { } source)
                {
                    yield return new(list.Span.End - 1, text, list.Arguments.Count == 0, source.Syntax.Span);
                }
            }
        }
    }
}
