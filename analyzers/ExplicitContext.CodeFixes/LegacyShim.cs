using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.ChangeSignature.Writing;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>The overload without the context that a public member lacks.</summary>
/// <param name="Signature">Its text.</param>
/// <param name="Member">The member that takes the context.</param>
/// <param name="Context">The parameter that the overload does without.</param>
internal sealed record LegacyShim(LegacySignatureText Signature, IMethodSymbol Member, IParameterSymbol Context)
{
    /// <summary>The overload for a finding; null where none can be written, or where one that is there would collide with it or lose calls to it.</summary>
    public static LegacyShim? For(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Context, out var accessor) || accessor is null
            || !diagnostic.Properties.TryGetValue(FixProperties.Parameter, out var name)
            || root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } member
            || member.ParameterList.DescendantTrivia().Any(trivia => trivia.IsDirective)
            || model.GetDeclaredSymbol(member, cancellationToken) is not IMethodSymbol symbol
            || symbol.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } context)
        {
            return null;
        }

        var list = member.ParameterList.Parameters;
        var signature = new LegacySignatureText(member, symbol, model)
        {
            Parameters = member.ParameterList.WithParameters(list.RemoveAt(context.Ordinal)).WithoutTrivia().ToString(),
            Arguments = [.. symbol.Parameters.Select(parameter => parameter.Ordinal == context.Ordinal ? Shortened(accessor, member, model) : LegacySignatureText.ArgumentOf(parameter))],
            Types = [.. symbol.Parameters.Select(parameter => LegacySignatureText.TypeOf(parameter, model, member.SpanStart))],
        };
        var shim = new LegacyShim(signature, symbol, context);
        return shim.StandsAlone(model.Compilation) ? shim : null;
    }

    /// <summary>Whether both overloads have the same parameters.</summary>
    public bool IsLike(LegacyShim other) =>
        SymbolEqualityComparer.Default.Equals(Member.ContainingType, other.Member.ContainingType) && Member.Name == other.Member.Name && Member.Arity == other.Member.Arity
        && Kept.Length == other.Kept.Length && Kept.Zip(OverloadShape.InTermsOf(Member, other.Member).Parameters.RemoveAt(other.Context.Ordinal), IsSame).All(same => same);

    private ImmutableArray<IParameterSymbol> Kept => Member.Parameters.RemoveAt(Context.Ordinal);

    /// <summary>Nothing of that name has these parameters, whoever may see it, and nothing takes what fits them better, so that no call goes elsewhere than before.</summary>
    private bool StandsAlone(Compilation compilation) =>
        Member.ContainingType.GetMembers(Member.Name).All(other => other is IMethodSymbol method && (SymbolEqualityComparer.Default.Equals(method, Member) || !TakesTheSame(method, compilation)));

    private bool TakesTheSame(IMethodSymbol other, Compilation compilation)
    {
        if (other.Parameters.Length < Kept.Length || other.Parameters.Skip(Kept.Length).Any(parameter => parameter is { IsOptional: false, IsParams: false }))
            return false;
        var compared = other.Arity == Member.Arity ? OverloadShape.InTermsOf(Member, other) : other;
        return Kept.Zip(compared.Parameters, (own, its) => IsSame(own, its) || (own.RefKind == its.RefKind && compilation.ClassifyConversion(own.Type, its.Type).IsImplicit)).All(same => same);
    }

    private static bool IsSame(IParameterSymbol one, IParameterSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.Type, other.Type) && (one.RefKind == RefKind.None) == (other.RefKind == RefKind.None);

    private static string Shortened(string accessor, SyntaxNode member, SemanticModel model)
    {
        var dot = accessor.LastIndexOf('.');
        return model.GetSpeculativeSymbolInfo(member.SpanStart, SyntaxFactory.ParseTypeName(accessor.Substring(0, dot)), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol is ITypeSymbol type
            ? type.ToMinimalDisplayString(model, member.SpanStart) + accessor.Substring(dot)
            : accessor;
    }
}
