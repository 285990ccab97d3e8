using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about members whose signature someone else fixes: operators, overrides, interfaces, the framework.</summary>
internal static class MemberRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        new ConstructRow(7, "file-local type", Diagnosed,
            "public static int M() => F.N(); } file static partial class F { [PassContext] public static int N() => Engine.Current.Next();",
            "public static int M() => new F().N(); } file partial struct F { [PassContext] public int N() { return Engine.Current.Next(); }",
            "public static int M() => F<int>.N(2); } file static partial class F<T> { [PassContext] public static int N(T x) => Engine.Current.Next();"),
        new ConstructRow(11, "classic extension method", Rewritten,
            "[PassContext] public static int M() => 2.N(3); } static partial class X { public static int N(this int x, int y) => x + y + Engine.Current.Next();",
            "[PassContext] public static int M() => X.N(2); } static partial class X { public static int N(this int x) => x + Engine.Current.Next();",
            "[PassContext] public static int? M() => \"ab\".N()?.N(); } static partial class X { public static string? N(this string x) => x + Engine.Current.Next(); public static int N(this int x) => x;".Replace("int? M", "string? M", StringComparison.Ordinal)),
        new ConstructRow(26, "members that the framework calls", Kept,
            "[PassContext] static string M() => new Demo().ToString() + Engine.Current.Depth; public override string ToString() => \"d\" + Engine.Current.Next();",
            "[PassContext] static int M() => new Demo().GetHashCode() + Engine.Current.Depth; public override int GetHashCode() => Engine.Current.Next(); public override bool Equals(object? o) => true;",
            "[PassContext] static int M() => ((IComparable)new C()).CompareTo(null) + Engine.Current.Depth; partial class C : IComparable { public int CompareTo(object? o) => Engine.Current.Next(); }"),
        new ConstructRow(33, "partial method", Rewritten,
            "[PassContext] static int M() => N(); private static partial int N(); private static partial int N() => Engine.Current.Next();",
            "[PassContext] static void M() => N(2); static partial void N(int x); static partial void N(int x) { Engine.Current.Next(); }",
            "[PassContext] static int M() => new Demo().N(1); internal partial int N(int x); internal partial int N(int x) { return x + Engine.Current.Next(); }"),
    ];
}
