using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>The overload of an indexer, with all its accessors: <c>this[engine, i]</c>.</summary>
internal sealed class IndexerText(MemberPlan plan, ContextName name, IReadOnlyList<TextChange> sites, IndexerDeclarationSyntax indexer) : OverloadText(plan, name, sites)
{
    public override IEnumerable<(int Line, string Text)> Pieces => [Whole(Modifiers(), Parameter(indexer.ParameterList))];
}
