using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.Model;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>
/// Keeps a public signature: the member becomes an internal overload, and after it stands the old signature, which reads the ambient and hands
/// it on. So what other assemblies see stays as it is.
/// </summary>
internal static class LegacySignature
{
    /// <summary>Writes it; answers why not, as one sentence.</summary>
    public static string? Write(SignatureChange change, Declaration declaration, SourceText text, Draft draft)
    {
        var (file, node, member) = declaration;
        if (HandedContext.AmbientFor(change, file, node.SpanStart) is not { } ambient)
            return $"No ambient accessor yields what the old signature of '{MemberName.Of(member)}' would have to hand on.";

        HideOverload(change, (MemberDeclarationSyntax)node, file, draft);
        if (!declaration.HasBody)
            return null;

        var line = text.Lines.GetLineFromPosition(node.SpanStart);
        var indentation = text.ToString(TextSpan.FromBounds(line.Start, node.SpanStart));
        var endsLine = node.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        if (!endsLine || indentation.Trim().Length > 0)
        {
            draft.Add(change, file, new(node.Span.End, 0), " " + string.Join(" ", Lines(change, declaration, ambient, text)));
            return null;
        }

        var newLine = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        var lines = Documentation(change, declaration).Concat(Lines(change, declaration, ambient, text));
        draft.Add(change, file, new(text.Lines.GetLineFromPosition(node.Span.End).End, 0), newLine + string.Concat(lines.Select(written => newLine + indentation + written)));
        return null;
    }

    private static IEnumerable<string> Lines(SignatureChange change, Declaration declaration, IReadOnlyList<string> ambient, SourceText text)
    {
        var (file, node, member) = declaration;
        if (file.Model.Compilation.GetTypeByMetadataName($"{KnownAttributes.Namespace}.{KnownAttributes.ContextEntry}") is { } entry)
            yield return $"[{entry.ToMinimalDisplayString(file.Model, node.SpanStart).Replace("Attribute", "")}]";

        var method = (BaseMethodDeclarationSyntax)node;
        foreach (var attributes in method.AttributeLists)
            yield return attributes.ToString();

        var kept = method.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword) && !modifier.IsKind(SyntaxKind.PartialKeyword));
        var modifiers = string.Concat(kept.Select(modifier => modifier.ValueText + " "));
        var arguments = Arguments(member, ambient);
        if (node is ConstructorDeclarationSyntax constructor)
        {
            yield return modifiers + text.ToString(TextSpan.FromBounds(constructor.Identifier.SpanStart, constructor.ParameterList.Span.End));
            yield return $"    : this({arguments})";
            yield return "{";
            yield return "}";
            yield break;
        }

        var ordinary = (MethodDeclarationSyntax)node;
        var end = ordinary.ConstraintClauses.Count > 0 ? ordinary.ConstraintClauses.Last().Span.End : ordinary.ParameterList.Span.End;
        var generic = member.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", member.TypeParameters.Select(parameter => parameter.Name))}>";
        var byReference = member.ReturnsByRef || member.ReturnsByRefReadonly ? "ref " : "";
        yield return $"{modifiers}{text.ToString(TextSpan.FromBounds(ordinary.ReturnType.SpanStart, end))} => {byReference}{member.Name}{generic}({arguments});";
    }

    private static string Arguments(IMethodSymbol member, IReadOnlyList<string> ambient)
    {
        var index = OverloadShape.ContextOrdinal(member);
        var own = member.Parameters.Select(Argument).ToList();
        return string.Join(", ", own.Take(index).Concat(ambient).Concat(own.Skip(index)));
    }

    private static string Argument(IParameterSymbol parameter)
    {
        var kind = parameter.RefKind switch { RefKind.Ref => "ref ", RefKind.Out => "out ", RefKind.In or RefKind.RefReadOnlyParameter => "in ", _ => "" };
        return kind + (SyntaxFacts.GetKeywordKind(parameter.Name) == SyntaxKind.None ? "" : "@") + parameter.Name;
    }

    private static IEnumerable<string> Documentation(SignatureChange change, Declaration declaration)
    {
        var (file, node, member) = declaration;
        if (!node.GetLeadingTrivia().Any(trivia => trivia.GetStructure() is DocumentationCommentTriviaSyntax))
            yield break;
        var index = OverloadShape.ContextOrdinal(member);
        var own = member.Parameters.Select(parameter => Kind(parameter) + AmbientText.Of(parameter.Type, file.Model, node.SpanStart)).ToList();
        var types = own.Take(index).Concat(change.Parameters.Select(parameter => AmbientText.Of(parameter.Type.Type, file.Model, node.SpanStart))).Concat(own.Skip(index)).Select(CrefWriter.Text);
        var generic = member.TypeParameters.IsEmpty ? "" : $"{{{string.Join(", ", member.TypeParameters.Select(parameter => parameter.Name))}}}";
        if (!member.Parameters.Any(parameter => parameter.Type.IsTupleType))
            yield return $"/// <inheritdoc cref=\"{MemberName.Simple(member)}{generic}({string.Join(", ", types)})\"/>";
    }

    private static string Kind(IParameterSymbol parameter) => parameter.RefKind switch { RefKind.Ref => "ref ", RefKind.Out => "out ", RefKind.In => "in ", _ => "" };

    /// <summary>The overload is for this assembly and, where the member was protected, its heirs here.</summary>
    private static void HideOverload(SignatureChange change, MemberDeclarationSyntax node, SourceFile file, Draft draft)
    {
        var isInternal = node.Modifiers.Any(SyntaxKind.InternalKeyword);
        foreach (var modifier in node.Modifiers)
        {
            if (modifier.IsKind(SyntaxKind.PublicKeyword))
                draft.Add(change, file, modifier.Span, "internal");
            else if (modifier.IsKind(SyntaxKind.ProtectedKeyword) && !isInternal)
                draft.Add(change, file, modifier.Span, "private protected");
            else if (modifier.IsKind(SyntaxKind.ProtectedKeyword) || modifier.IsKind(SyntaxKind.NewKeyword))
                draft.Add(change, file, TextSpan.FromBounds(modifier.SpanStart, modifier.GetNextToken().SpanStart), "");
        }
    }
}
