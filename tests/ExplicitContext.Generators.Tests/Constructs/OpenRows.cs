using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows that no program shows yet, with the grade that each should get.</summary>
internal static class OpenRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        Open(12, "C# 14 extension block, method", Rewritten),
        Open(13, "extension property / operator", Rewritten),
        Open(22, "primary constructor", Rewritten),
        Open(23, "static constructor, static field initialiser, Lazy<T> factory", Diagnosed),
        Open(24, "instance field/property initialiser", Diagnosed),
        Open(25, "finalizer", Diagnosed),
        Open(50, "this(…)/base(…) initialisers", Rewritten),
        Open(87, "shims in the other direction", Rewritten),
        Open(88, "null ambient", Rewritten),
    ];
}
