using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>The signature without the context, written after the member that takes it: an entry point that hands on the ambient context.</summary>
/// <param name="member">The method or constructor that takes the context, or is about to.</param>
/// <param name="symbol">The same.</param>
/// <param name="model">The model of its file.</param>
public sealed class LegacySignatureText(BaseMethodDeclarationSyntax member, IMethodSymbol symbol, SemanticModel model)
{
    /// <summary>The parameter list of the signature, with its parentheses.</summary>
    public string Parameters { get; init; } = member.ParameterList.ToString();

    /// <summary>What is handed to the member, the ambient context included.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The types of the member's parameters, the context included, as <see cref="TypeOf"/> writes them.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>A parameter as an argument of the same name.</summary>
    public static string ArgumentOf(IParameterSymbol parameter) => PassingModifiers.OfArgument(parameter.RefKind) + Names.Escaped(parameter.Name);

    /// <summary>The type of a parameter as documentation names it.</summary>
    public static string TypeOf(IParameterSymbol parameter, SemanticModel model, int position)
    {
        var kind = parameter.RefKind switch { RefKind.Ref => "ref ", RefKind.Out => "out ", RefKind.In => "in ", _ => "" };
        return kind + AmbientText.Of(parameter.Type, model, position);
    }

    /// <summary>Writes the signature: on lines of its own where the member has lines of its own, else on the same line.</summary>
    public TextChange After(SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(member.SpanStart);
        var indentation = text.ToString(TextSpan.FromBounds(line.Start, member.SpanStart));
        if (!member.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) || indentation.Trim().Length > 0)
            return new(new(member.Span.End, 0), " " + string.Join(" ", Lines(text)));

        var newLine = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        var written = Documentation().Concat(Lines(text)).Select(part => newLine + indentation + part);
        return new(new(text.Lines.GetLineFromPosition(member.Span.End).End, 0), newLine + string.Concat(written));
    }

    private IEnumerable<string> Lines(SourceText text)
    {
        // Without the marker the signature itself would be an ambient read; a code base that declares its entry points in a file has no attribute to write.
        if (model.Compilation.GetTypeByMetadataName($"{KnownAttributes.Namespace}.{KnownAttributes.ContextEntry}") is { } entry)
            yield return $"[{WithoutSuffix(entry.ToMinimalDisplayString(model, member.SpanStart))}]";
        foreach (var attributes in member.AttributeLists)
            yield return attributes.ToString();

        var modifiers = string.Concat(member.Modifiers.Where(IsKept).Select(modifier => modifier.Text + " "));
        var arguments = string.Join(", ", Arguments);
        if (member is ConstructorDeclarationSyntax constructor)
        {
            yield return modifiers + constructor.Identifier.Text + Parameters;
            yield return $"    : this({arguments})";
            yield return "{";
            yield return "}";
        }
        else if (member is MethodDeclarationSyntax method)
        {
            var name = text.ToString(TextSpan.FromBounds(method.ReturnType.SpanStart, method.ParameterList.SpanStart));
            var constraints = method.ConstraintClauses.Count == 0 ? "" : text.ToString(TextSpan.FromBounds(method.ParameterList.Span.End, method.ConstraintClauses.Last().Span.End));
            var generic = method.TypeParameterList is { } list ? $"<{string.Join(", ", list.Parameters.Select(parameter => parameter.Identifier.Text))}>" : "";
            var byReference = method.ReturnType is RefTypeSyntax ? "ref " : "";
            yield return $"{modifiers}{name}{Parameters}{constraints} => {byReference}{method.Identifier.Text}{generic}({arguments});";
        }
    }

    /// <summary>Where the member is documented, so is the signature, by reference.</summary>
    private IEnumerable<string> Documentation()
    {
        if (!member.GetLeadingTrivia().Any(trivia => trivia.GetStructure() is DocumentationCommentTriviaSyntax) || symbol.Parameters.Any(parameter => parameter.Type.IsTupleType))
            return [];
        var name = member is ConstructorDeclarationSyntax constructor ? constructor.Identifier.Text : symbol.Name;
        var generic = symbol.TypeParameters.IsEmpty ? "" : $"{{{string.Join(", ", symbol.TypeParameters.Select(parameter => parameter.Name))}}}";
        return [$"/// <inheritdoc cref=\"{name}{generic}({string.Join(", ", Types.Select(CrefWriter.Text))})\"/>"];
    }

    private static bool IsKept(SyntaxToken modifier) => modifier.Kind() is not (SyntaxKind.AsyncKeyword or SyntaxKind.PartialKeyword
        or SyntaxKind.VirtualKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.SealedKeyword or SyntaxKind.ExternKeyword);

    private static string WithoutSuffix(string attribute) => attribute.Substring(0, attribute.Length - "Attribute".Length);
}
