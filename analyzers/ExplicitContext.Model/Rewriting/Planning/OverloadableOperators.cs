using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>Which operators can have a method beside them that takes the context: those that are asked for one.</summary>
internal static class OverloadableOperators
{
    /// <summary>The reason why an operator cannot, as the end of a sentence, or null where it can.</summary>
    public static string? ReasonAgainst(IMethodSymbol member, ContextModel contexts) => member switch
    {
        _ when !contexts.IsPassedContext(member) => "is an operator, which cannot take another operand; ask for a method beside it by [PassContext], or call one that takes the context",
        { IsStatic: false } => "is an operator that changes its object, which cannot take another operand; call a method that takes the context",
        { Name: WellKnownMemberNames.TrueOperatorName or WellKnownMemberNames.FalseOperatorName } => "is an operator that only the language calls; call a method that takes the context",
        { IsAbstract: true } or { IsVirtual: true } => "is an operator that others implement; let them do that with a method",
        _ when member.ExplicitInterfaceImplementations.Length > 0 => "implements an operator of an interface; let it do that with a method",
        _ when ExtensionBlocks.IsBlock(member.ContainingType) => "is an operator in an extension block, beside which no method could be called on its operands; call one that takes the context",
        { ContainingType.IsFileLocal: true } => "is in a file-local type, which another file cannot extend; drop 'file'",
        _ => null,
    };
}
