using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.ChangeSignature.Writing;
using ExplicitContext.Model;
using ExplicitContext.Model.Rewriting;
using ExplicitContext.Model.Rewriting.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>What a legacy member does when its overload is source: one call of that, with the ambient context.</summary>
internal static class ShimBody
{
    /// <summary>Why no shim does what the member did, as one sentence; null where one does.</summary>
    public static string? ReasonAgainst(GraduatingPart part) =>
        IsIterator(part) && part.Legacy.ReturnType.Name == "IAsyncEnumerator" ? $"'{MemberName.Of(part.Legacy)}' is an asynchronous iterator without an enumerable, which no line hands on."
        : ExtensionBlocks.IsBlock(part.Legacy.ContainingType) && ExtensionBlocks.ReceiverIn(part.Legacy) is null ? $"'{MemberName.Of(part.Legacy)}' stands in an extension block whose receiver has no name; it has to be taken over by hand."
        : part.Legacy.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.Constructor or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.UserDefinedOperator or MethodKind.Conversion ? null
        : $"'{MemberName.Of(part.Legacy)}' is of a kind whose overload has to be taken over by hand.";

    /// <summary>Whether the member is an iterator: it must go on reading the ambient when its first element is asked for, so its shim is one too.</summary>
    public static bool IsIterator(GraduatingPart part) =>
        part.Body.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<YieldStatementSyntax>().Any();

    /// <summary>The call, without what stands before and after it.</summary>
    public static string Call(GraduatingPart part)
    {
        var legacy = part.Legacy;
        var arguments = legacy.Parameters.Select(LegacySignatureText.ArgumentOf).ToList();
        var context = SyntaxFacts.GetKeywordKind(part.Overload.Parameters[OverloadShape.ContextOrdinal(legacy)].Name) == SyntaxKind.None ? part.Overload.Parameters[OverloadShape.ContextOrdinal(legacy)].Name : null;
        arguments.Insert(OverloadShape.ContextOrdinal(legacy), part.IsNamed && context is not null ? $"{context}: {part.Ambient}" : part.Ambient!);
        var list = string.Join(", ", arguments);
        var receiver = ExtensionBlocks.IsBlock(legacy.ContainingType) ? ExtensionBlocks.ReceiverIn(legacy) + "." : "";
        var isIndexer = legacy.AssociatedSymbol is IPropertySymbol { IsIndexer: true };
        var name = part.OverloadSyntax is not MethodDeclarationSyntax method ? part.Overload.Name
            : method.ExplicitInterfaceSpecifier is { } explicitly ? $"(({explicitly.Name})this).{method.Identifier.Text}"
            : method.Identifier.Text;
        var self = part.OverloadSyntax is IndexerDeclarationSyntax { ExplicitInterfaceSpecifier: { } specifier } ? $"(({specifier.Name})this)" : "this";
        return legacy switch
        {
            { MethodKind: MethodKind.Constructor } => $"this({list})",
            { MethodKind: MethodKind.PropertySet } when isIndexer => $"{self}[{string.Join(", ", arguments.Take(arguments.Count - 1))}] = {arguments[arguments.Count - 1]}",
            { MethodKind: MethodKind.PropertyGet } when isIndexer => $"{self}[{list}]",
            { Arity: > 0 } => $"{receiver}{name}<{string.Join(", ", (receiver.Length > 0 ? legacy.ContainingType.TypeParameters : []).Concat(legacy.TypeParameters).Select(parameter => parameter.Name))}>({list})",
            _ => $"{receiver}{name}({list})",
        };
    }

    /// <summary>The code in place of the old, without the space before it: lines to be indented like the member.</summary>
    public static IReadOnlyList<string> Lines(GraduatingPart part)
    {
        if (!IsIterator(part))
            return [$"=> {(part.Legacy.RefKind == RefKind.None ? "" : "ref ")}{Call(part)};"];

        var item = Names.Free("item", ContextName.UsedIn(part.Body).Contains);
        var type = part.Legacy.ReturnType;
        return type.Name switch
        {
            "IEnumerator" =>
                ["{", $"    {(type is INamedTypeSymbol { Arity: 1 } ? "using " : "")}var {item}s = {Call(part)};", $"    while ({item}s.MoveNext())", $"        yield return {item}s.Current;", "}"],
            "IAsyncEnumerable" => ["{", $"    await foreach (var {item} in {Call(part)})", $"        yield return {item};", "}"],
            _ => ["{", $"    foreach (var {item} in {Call(part)})", $"        yield return {item};", "}"],
        };
    }
}
