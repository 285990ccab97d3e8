using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>Says why a site stays as it was, and makes the finding for it.</summary>
internal static class KeptSites
{
    /// <summary>The finding at a site of a body.</summary>
    public static GenerationFinding Finding(BodyFacts facts, SyntaxNode site, string message)
    {
        var isInside = site != facts.Declaration && site.SyntaxTree == facts.Declaration.SyntaxTree && facts.Declaration.Span.Contains(site.Span);
        return new(
            GenerationFinding.CannotRewrite,
            Refusals.IdOf(facts.Member),
            isInside ? site.SpanStart - facts.Declaration.SpanStart : -1,
            isInside ? site.Span.Length : 0,
            message);
    }

    /// <summary>Why no context can take the place of a read, whatever the site; null where one can.</summary>
    public static string? ReasonFor(ReadFact fact)
    {
        var read = fact.Read;
        var accessor = read.Accessor.DisplayName;
        return read.Usage != AmbientUsage.Read ? $"'{accessor}' is assigned here, which no context can replace; keep the assignment in an entry point."
            : fact.Wanted is null ? $"'{accessor}' yields no context type and does not say what replaces it. Mark its type as a context, or set ReplacedBy."
            : read.Accessor is { ReplacedBy: not null, Symbol: IMethodSymbol { Parameters.IsEmpty: false } } ? $"'{accessor}' takes arguments, so what replaces it must be written by hand."
            : null;
    }

    /// <summary>Why a callee has no overload that the call could go to; null where it needs none, and where its type, which is reported by itself, is in the way.</summary>
    public static string? ReasonForCallee(CallFact call, Planner planner) =>
        (planner.RefusalOf(call.Named) ?? planner.RefusalOf(call.Callee)) is { Rule: GenerationFinding.NotPartial } ? null
        : call.Upstream is { Context: null } ? $"'{NameOf(call)}' of '{call.Callee.ContainingAssembly.Name}' reads the ambient and has no overload here that takes the context; ask for one there, and for its being visible to this project."
        : planner.RefusalOf(call.Named)?.Message
        ?? planner.RefusalOf(call.Callee)?.Message
        ?? (planner.Needs(call) && FixedBy(call, planner) is { } reason
            ? $"'{NameOf(call)}' {reason}, so its signature is fixed, and a member that stands in for it reads the ambient; call that one by itself."
            : planner.RefusalBelow(call.Callee) is { } below ? $"'{NameOf(call)}' reads the ambient through what cannot take the context. {below.Message}"
            : null);

    /// <summary>Why a call on <c>base</c> cannot go to an overload that calls the original, and so what overrides it.</summary>
    public static string ReasonForBase(CallFact call) => $"'{NameOf(call)}' is called on 'base' here, and its overload would call what overrides it.";

    /// <summary>Why a static member of an interface cannot be called by its overload, which calls the original on the type that the interface takes for the implementing one.</summary>
    public static string ReasonForAnother(CallFact call) => $"'{NameOf(call)}' is called on a type parameter here that need not be the one that '{call.Named.ContainingType.Name}' is told; constrain it to the interface of itself.";

    private static string? FixedBy(CallFact call, Planner planner) =>
        planner.IsOwn(call.Named) ? planner.FamilyOf(call.Named)?.FixedBy : "is declared outside of this compilation";

    /// <summary>Why no lambda can take the place of a method group.</summary>
    public static string ReasonForGroup(CallFact call, string reason) => $"'{NameOf(call)}' is used as a delegate, {reason}; write a lambda that calls it.";

    /// <summary>Why this form of call has no place for the context.</summary>
    public static string ReasonForForm(CallFact call) => call.Form switch
    {
        _ when call.HiddenBy is { } type => $"A member of '{type.Name}' would take this call in place of the overload of '{NameOf(call)}'; rename one of the two.",
        CallForm.LateBound => $"'{NameOf(call)}' is bound at run time here, where no context can be added; cast what is dynamic to its type.",
        CallForm.PropertyUse => $"'{NameOf(call)}' is used here in a way that no call can take the place of; read it, or assign it in a statement of its own.",
        CallForm.MethodGroup => $"'{NameOf(call)}' is used as a delegate, which cannot take the context; write a lambda that calls it.",
        _ => $"'{NameOf(call)}' is called by the language here, which has no place for another argument; call it by name.",
    };

    private static string NameOf(CallFact call) => MemberNames.Of(call.Callee);
}
