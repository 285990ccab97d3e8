using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about the member that gets the overload.</summary>
internal static class DeclarationRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        new ConstructRow(1, "static method", Rewritten,
            "[PassContext] static int M() => Engine.Current.Next();",
            "[PassContext] static int M() { Engine.Current.Next(); return N(3); } static int N(int x) => x * Engine.Current.Next();",
            "[PassContext] static void M() { for (var i = 0; i < 3; i++) Engine.Current.Next(); }"),
        new ConstructRow(2, "instance method", Rewritten,
            "[PassContext] static int M() => new Demo().N(); int N() => Engine.Current.Next();",
            "int f = 4; [PassContext] static int M() => new Demo().N(); int N() => this.O() + f; int O() => f = Engine.Current.Next();",
            "[PassContext] static int M() => new S().N(); partial struct S { public int N() => Engine.Current.Next(); }"),
        new ConstructRow(3, "generic method", Rewritten,
            "[PassContext] static string M() => N(3); static string N<T>(T x) where T : struct => x.ToString() + Engine.Current.Next();",
            "[PassContext] static int M() => N<List<int>>().Count; static T N<T>() where T : class, new() { Engine.Current.Next(); return new T(); }",
            "[PassContext] static int M() => N(1, 2); static int N<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) + Engine.Current.Next();"),
        new ConstructRow(4, "generic and nested containing types", Rewritten,
            "[PassContext] static int M() => G<int>.N(2); partial class G<T> { public static int N(T x) => Engine.Current.Next(); }",
            "[PassContext] static int M() => G<int>.H<string>.N(); partial class G<T> { public partial class H<U> where U : class { public static int N() => Engine.Current.Next(); } }",
            "[PassContext] static int M() => new R<int>(3).N(); partial record R<T>(T X) where T : struct { public int N() => Engine.Current.Next(); }"),
        new ConstructRow(5, "containing type is not partial", Diagnosed,
            "[PassContext] static int M() => new C().N(); class C { [PassContext] public int N() => Engine.Current.Next(); }".Replace("[PassContext] static int M", "static int M", StringComparison.Ordinal),
            "static int M() => C.N(); static class C { [PassContext] public static int N() => Engine.Current.Next(); }",
            "static int M() => C.D.N(); class C { public partial class D { [PassContext] public static int N() => Engine.Current.Next(); } }"),
        new ConstructRow(6, "modifiers of the type", Rewritten,
            "[PassContext] static int M() => C.N(); static partial class C { public static int N() => Engine.Current.Next(); }",
            "[PassContext] static int M() => new C().N(); sealed partial class C { public int N() => Engine.Current.Next(); }",
            "[PassContext] static int M() => new C().N(); readonly partial struct C { public int N() => Engine.Current.Next(); }"),
        new ConstructRow(8, "records and structs", Rewritten,
            "[PassContext] static int M() => new R(2).N(); partial record R(int X) { public int N() => X + Engine.Current.Next(); }",
            "[PassContext] static int M() => new R(2).N(); partial record struct R(int X) { public int N() => X + Engine.Current.Next(); }",
            "[PassContext] static int M() => new R().N(); ref partial struct R { public int N() => Engine.Current.Next(); }"),
        new ConstructRow(9, "async method", Rewritten,
            "[PassContext] static async Task<int> M() { await Task.Yield(); return Engine.Current.Next(); }",
            "[PassContext] static async Task<int> M() { Engine.Current.Next(); return await N() + Engine.Current.Next(); } static async ValueTask<int> N() { await Task.Yield(); return Engine.Current.Next(); }",
            "[PassContext] static Task M() => N(); static async Task N() { Engine.Current.Next(); await Task.Yield(); }"),
        new ConstructRow(10, "iterator", Rewritten,
            "[PassContext] static int M() => N().Sum(); static IEnumerable<int> N() { yield return Engine.Current.Next(); yield return Engine.Current.Next(); }",
            "[PassContext] static int M() { var all = N(); Engine.Current.Next(); return all.First(); } static IEnumerable<int> N() { yield return Engine.Current.Next(); }",
            "[PassContext] static async Task<int> M() { var sum = 0; await foreach (var x in N()) sum += x; return sum; } static async IAsyncEnumerable<int> N() { await Task.Yield(); yield return Engine.Current.Next(); }"),
        new ConstructRow(14, "parameter modifiers", Rewritten,
            "[PassContext] static int M() { N(out var x); return x; } static void N(out int x) => x = Engine.Current.Next();",
            "[PassContext] static int M() { var x = 1; N(ref x, in x); return x; } static void N(ref int x, in int y) => x += y + Engine.Current.Next();",
            "[PassContext] static int M() => N(1, 2, 3); static int N(params int[] x) => x.Length + Engine.Current.Next();"),
        new ConstructRow(15, "optional parameters", Rewritten,
            "[PassContext] static int M() => N() + N(2); static int N(int x = 5) => x * Engine.Current.Next();",
            "[PassContext] static string M() => N(1); static string N(int x, string s = \"a\", bool b = true) => s + b + x + Engine.Current.Next();",
            "[PassContext] static string? M() => N(); static string? N([System.Runtime.CompilerServices.CallerMemberName] string? name = null) => name + Engine.Current.Next();"),
        new ConstructRow(16, "local function", Rewritten,
            "[PassContext] static int M() { return L(2); int L(int x) => x + Engine.Current.Next(); }",
            "[PassContext] static int M() { return L(2); static int L(int x) => x + Engine.Current.Next(); }",
            "[PassContext] static int M() { return L(3); static int L(int x) => x == 0 ? 0 : Engine.Current.Next() + L(x - 1); }"),
    ];
}
