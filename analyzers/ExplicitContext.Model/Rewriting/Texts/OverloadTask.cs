using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>What is known when an overload is written.</summary>
/// <param name="Plan">What is to become of the member.</param>
/// <param name="Name">The name of the context parameter.</param>
/// <param name="Sites">The changes to its body.</param>
/// <param name="Hides">Whether it hides an overload of a base type, and so wants <c>new</c>.</param>
/// <param name="Expressions">How contexts are written in it.</param>
internal sealed record OverloadTask(MemberPlan Plan, ContextName Name, IReadOnlyList<TextChange> Sites, bool Hides, ContextExpressions Expressions);
