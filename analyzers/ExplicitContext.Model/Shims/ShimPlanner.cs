using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Shims;

/// <summary>Decides how a member hands on the ambient context, or says why it cannot.</summary>
internal sealed class ShimPlanner(ContextModel contexts, AmbientSources ambients, CancellationToken cancellationToken)
{
    private readonly ShimTwins twins = new(contexts);

    /// <summary>The plan of a member; a finding where there can be none; neither where somebody else implements it.</summary>
    public (ImplementedMember? Plan, GenerationFinding? Finding) Plan(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).FirstOrDefault(ShimRequests.IsCandidate) is not { } node
            || ShimRequests.DeclarationOf(node) is not { } declaration
            || ShimRequests.IsImplemented(member, declaration, cancellationToken))
        {
            return default;
        }

        if (TypeParts.IsFileLocal(member.ContainingType))
            return Refused(member, GenerationFinding.CannotRewrite, "no other file can add to a file-local type. Drop 'file', or write the body by hand");
        if (TypeParts.IsSplit(declaration))
            return Refused(member, GenerationFinding.CannotRewrite, "a directive such as '#if' splits its declaration. Put '#if' around whole members");
        if (TypeParts.NotPartial(member.ContainingType, cancellationToken) is { } type)
            return (null, new(GenerationFinding.NotPartial, Id(type), -1, 0, $"'{type.Name}' is not partial, so '{NameOf(member)}' cannot be implemented in another part of it. Make it partial."));

        var model = contexts.Compilation.GetSemanticModel(declaration.SyntaxTree);
        var calls = ImmutableArray.CreateBuilder<(IMethodSymbol, string)>();
        foreach (var legacy in MethodsOf(member))
        {
            if (Find(legacy, member, model, declaration, out var call, out var accessor) is { } finding) return (null, finding);
            calls.Add((legacy, new ShimCallText(call!, accessor!, model, declaration.SpanStart).Text));
        }

        return (new(member, declaration, model, calls.ToImmutable()), null);
    }

    private GenerationFinding? Find(IMethodSymbol legacy, ISymbol member, SemanticModel model, MemberDeclarationSyntax declaration, out ShimCall? call, out ISymbol? accessor)
    {
        var named = KnownAttributes.Find(member, KnownAttributes.ContextEntry)?.NamedString("Ambient");
        var chosen = named is null ? null : ambients.Named(named, model, declaration.SpanStart);
        accessor = chosen?.Symbol;
        call = null;
        if (named is not null && chosen is null)
            return Refused(member, GenerationFinding.CannotRewrite, $"'{named}' is no accessor that yields a context. Name one that does, as it is written at this place").Finding;

        var candidates = twins.Of(legacy).Where(candidate => chosen is null || SymbolEqualityComparer.Default.Equals(candidate.Context.Type, chosen.ContextType!.Type)).ToList();
        if (candidates.Count == 0)
            return Refused(member, GenerationFinding.CannotRewrite, $"nothing stands beside it to forward to. Write {Wanted(legacy, chosen?.ContextType)}; one that another generator makes cannot be seen here").Finding;
        if (candidates.Count > 1)
            return Refused(member, GenerationFinding.CannotRewrite, $"{string.Join(" and ", candidates.Select(candidate => $"'{Display(candidate.Explicit)}'"))} both fit. Say which context it hands on: [ContextEntry(Ambient = \"...\")]").Finding;

        call = candidates[0];
        if (ShimTwins.Mismatch(call) is { } mismatch)
            return Refused(member, GenerationFinding.CannotRewrite, $"'{Display(call.Explicit)}' does not fit: {mismatch}. Let both return the same").Finding;
        if (ShimTwins.PreferredTo(call) is { } preferred)
            return Refused(member, GenerationFinding.WouldCollide, $"a call of '{Display(call.Explicit)}' may go to '{Display(preferred)}', which has a higher priority. Rename one of the two, or write the body by hand").Finding;
        return accessor is null && ambients.Find(call.Context, member.ContainingType, "ContextEntry(", out accessor) is { } missing
            ? new(GenerationFinding.CannotRewrite, Id(member), -1, 0, $"'{NameOf(member)}' is not implemented: it would hand on the ambient '{call.Context.Type.Name}'. {missing}")
            : null;
    }

    private static IEnumerable<IMethodSymbol> MethodsOf(ISymbol member) => member switch
    {
        IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>(),
        IEventSymbol @event => new[] { @event.AddMethod, @event.RemoveMethod }.OfType<IMethodSymbol>(),
        IMethodSymbol method => [method],
        _ => [],
    };

    private static string Wanted(IMethodSymbol legacy, ContextType? context)
    {
        var name = legacy.MethodKind == MethodKind.Constructor ? legacy.ContainingType.Name : ShimTwins.NameOf(legacy);
        var parameters = legacy.Parameters.Select(Display).Prepend(context?.Type.Name ?? "<context>").ToList();
        return legacy.AssociatedSymbol is IPropertySymbol { IsIndexer: true } indexer
            ? $"'this[{string.Join(", ", parameters.Take(indexer.Parameters.Length + 1))}]' or '{name}({string.Join(", ", parameters)})'"
            : $"'{name}({string.Join(", ", parameters)})'";
    }

    private static string Display(IMethodSymbol method) =>
        method.AssociatedSymbol is IPropertySymbol { IsIndexer: true } indexer
            ? $"this[{string.Join(", ", indexer.Parameters.Select(Display))}]"
            : $"{(method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name)}({string.Join(", ", method.Parameters.Select(Display))})";

    private static string Display(IParameterSymbol parameter) =>
        PassingModifiers.OfParameter(parameter.RefKind) + parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static (ImplementedMember? Plan, GenerationFinding Finding) Refused(ISymbol member, string rule, string reason) =>
        (null, new(rule, Id(member), -1, 0, $"'{NameOf(member)}' is not implemented: {reason}."));

    private static string Id(ISymbol symbol) => symbol.GetDocumentationCommentId() ?? "";

    private static string NameOf(ISymbol member) => member.ContainingType.Name + "." + member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => member.ContainingType.Name,
        IPropertySymbol { IsIndexer: true } => "this",
        _ => member.Name,
    };
}
