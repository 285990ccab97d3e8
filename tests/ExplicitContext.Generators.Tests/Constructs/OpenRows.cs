using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows that no program shows yet, with the grade that each should get.</summary>
internal static class OpenRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        Open(87, "shims in the other direction", Rewritten),
        Open(88, "null ambient", Rewritten),
    ];
}
