using ExplicitContext.Model.Rewriting.Planning;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>An overload as text, but for what stands around it in the generated file.</summary>
/// <param name="Plan">What it carries out.</param>
/// <param name="Indentation">The whitespace before each of its lines.</param>
/// <param name="Head">Its comments and attributes.</param>
/// <param name="Pieces">The rest: pieces of consecutive lines, each with the line, from one, of the original on which it begins, or zero for what the original has not.</param>
/// <param name="ChangesNullableContext">Whether the nullable context after the overload is another one than before it.</param>
internal sealed record WrittenOverload(MemberPlan Plan, string Indentation, IReadOnlyList<string> Head, IReadOnlyList<(int Line, string Text)> Pieces, bool ChangesNullableContext);
