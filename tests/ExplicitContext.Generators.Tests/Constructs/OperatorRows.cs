using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Operators that are asked for a method beside them.</summary>
internal static class OperatorRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        new ConstructRow(20, "operators that are asked for", Rewritten,
            "[PassContext] static int M() { var a = new Demo { f = 1 }; return (a + a + new Demo { f = 5 } * 2).f + (-a).f; } int f; [PassContext] public static Demo operator +(Demo a, Demo b) => new() { f = a.f + b.f * Engine.Current.Next() }; [PassContext] public static Demo operator *(Demo a, int b) { return new() { f = a.f * b + Engine.Current.Next() }; } [PassContext] public static Demo operator -(Demo a) => new() { f = -Engine.Current.Next() };",
            "[PassContext] static string M() { var a = (Demo)3; return (int)a + \"\" + (string)(a + 1) + (a == (Demo)4); } int f; [PassContext] public static explicit operator Demo(int x) => new() { f = x * Engine.Current.Next() }; [PassContext] public static explicit operator int(Demo a) => a.f + Engine.Current.Next(); [PassContext] public static explicit operator string(Demo a) => \"s\" + Engine.Current.Next(); [PassContext] public static Demo operator +(Demo a, long x) => new() { f = a.f + (int)x * Engine.Current.Next() }; [PassContext] public static bool operator ==(Demo a, Demo b) => a.f == b.f + Engine.Current.Next(); public static bool operator !=(Demo a, Demo b) => true; public override bool Equals(object? o) => false; public override int GetHashCode() => 0;",
            "[PassContext] static int M() { var v = new V<string>(2); v = v\n    // twice\n    + v; return (v << 3).X + (~v).X + (checked(v - v)).X; } [PassContext] partial struct V<T>(int x) { public int X { get; } = x; public static V<T> operator +(V<T> a, V<T> b) => new(a.X + b.X + Engine.Current.Next()); public static V<T> operator <<(V<T> a, int b) => new(a.X << b + Engine.Current.Next()); public static V<T> operator ~(V<T> a) => new(~a.X * Engine.Current.Next()); public static V<T> operator -(V<T> a, V<T> b) => new(1); public static V<T> operator checked -(V<T> a, V<T> b) => new(Engine.Current.Next()); }",
            "[PassContext] static async Task<int> M() { var m = new Money(3); return (await N(m) + new Money(4)).Of(m).Cents; } static async Task<Money> N(Money m) { await Task.Yield(); return m + m; } [PassContext] partial record Money(int Cents) { public static Money operator +(Money a, Money b) { return new(a.Cents + b.Cents + Engine.Current.Next()); } public Money Of(Money other) => this + (other + this); }") with { HasScope = false },
    ];

    /// <summary>Uses of such operators that no call can take the place of.</summary>
    public static IReadOnlyList<ConstructRow> Kept =>
    [
        new ConstructRow(20, "uses of operators that the language makes", Grade.Kept,
            "[PassContext] static int M() { R? r = new R(), s = null; return ((r + s) is null ? 1 : 0) + ((r + r) is null ? 1 : 0) + Engine.Current.Depth; } partial struct R { [PassContext] public static R operator +(R a, R b) { Engine.Current.Next(); return a; } }",
            "[PassContext] static int M() { int x = new Demo(); return x + Engine.Current.Depth; } [PassContext] public static implicit operator int(Demo a) => Engine.Current.Next();",
            "[PassContext] static int M() { var d = new Demo(); d += d; d++; return d.f + Engine.Current.Depth; } int f; [PassContext] public static Demo operator +(Demo a, Demo b) => new() { f = a.f + Engine.Current.Next() }; [PassContext] public static Demo operator ++(Demo a) => new() { f = a.f + Engine.Current.Next() };",
            "[PassContext] static int M() => ((new Demo(), 1) == (new Demo(), 1) ? 1 : 2) + (int)(long)new Demo() + Engine.Current.Depth; [PassContext] public static explicit operator int(Demo a) => Engine.Current.Next(); [PassContext] public static bool operator ==(Demo a, Demo b) => Engine.Current.Next() > 0; public static bool operator !=(Demo a, Demo b) => false; public override bool Equals(object? o) => false; public override int GetHashCode() => 0;"),
    ];
}
