using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>Writes lambdas in the place of method groups: <c>Foo</c> becomes <c>x =&gt; Foo(engine, x)</c>.</summary>
internal static class DelegateEdits
{
    /// <summary>The changes that make a method group a lambda which calls the overload.</summary>
    public static IEnumerable<TextChange> Of(CallFact call, DelegateFact group, CallTarget target, string context)
    {
        var (before, after) = Parts(group, context);
        var (open, close) = call.Site.Parent is CastExpressionSyntax ? ("(", ")") : ("", "");
        yield return new(new(call.Site.SpanStart, 0), open + before);
        if (Names.In((ExpressionSyntax)call.Site) is { } name && name.Identifier.ValueText != target.Name)
        {
            yield return new(name.Identifier.Span, target.Name);
        }

        yield return new(new(call.Site.Span.End, 0), after + close);
    }

    /// <summary>A whole lambda.</summary>
    /// <param name="called">What it calls.</param>
    /// <param name="group">Its parameters.</param>
    /// <param name="context">The context that it hands on, or null for one that calls the original.</param>
    public static string Lambda(string called, DelegateFact group, string? context)
    {
        var (before, after) = Parts(group, context);
        return before + called + after;
    }

    private static (string Before, string After) Parts(DelegateFact group, string? context)
    {
        var parameters = group.Parameters.Select(parameter => parameter with { Name = Names.Escaped(parameter.Name == context?.Split('.')[0] ? parameter.Name + "Value" : parameter.Name) }).ToList();
        var arguments = parameters.Select(parameter => parameter.Handing + parameter.Name).ToList();
        if (context is not null)
        {
            arguments.Insert(group.Ordinal, context);
        }

        var declared = group.IsTyped ? parameters.Select(parameter => $"{parameter.Modifier}{parameter.Type} {parameter.Name}") : parameters.Select(parameter => parameter.Name);
        var list = parameters.Count == 1 && !group.IsTyped ? parameters[0].Name : $"({string.Join(", ", declared)})";
        return ($"{list} => ", $"{group.TypeArguments}({string.Join(", ", arguments)})");
    }
}
