using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Indexers that override, implement, or are overridden or implemented: families like those of methods.</summary>
internal static class IndexerRows
{
    public static IReadOnlyList<ConstructRow> Closed =>
    [
        new ConstructRow(19, "indexer of a closed family", Rewritten,
            "[PassContext] static int M() { B b = new D(); return b[2] + new B()[3]; } partial class B { public virtual int this[int i] => i; } partial class D : B { public override int this[int i] => base[i] + i * Engine.Current.Next(); } [PassContext] static int O() => Engine.Current.Depth;".Replace("return b[2]", "return Engine.Current.Depth + b[2]", StringComparison.Ordinal),
            "[PassContext] static int M() { B b = new D(); b[1] = 2; b[2] += 3; b[3]++; return b[4]; } abstract partial class B { public abstract int this[int i] { get; set; } } partial class D : B { int f; public override int this[int i] { get => f + i + Engine.Current.Next(); set => f = value * Engine.Current.Next(); } }",
            "[PassContext] static int M() { B b = new D(); b[1] = 2; return b[1]; } partial class B { protected int f; public virtual int this[int i] { get { return f + Engine.Current.Next(); } protected internal set { f = value; } } } sealed partial class D : B { public override int this[int i] { protected internal set { base[i] = value + Engine.Current.Next(); } } }",
            "[PassContext] static int M() { I i = new C(); i[1] = 2; return i[3] + K(new C()) + K(new S()) + new C()[5]; } static int K<T>(T t) where T : I => t[4]; partial interface I { int this[int i] { get; set; } } partial class C : I { int f; public int this[int i] { get => f + i; set => f = value + Engine.Current.Next(); } } partial struct S : I { public int this[int i] { get => i * Engine.Current.Next(); set { } } }",
            "[PassContext] static int M() { I<int> i = new C(); J j = new C(); return i[1] + j[2]; } partial interface I<T> { T this[T i] { get; } } partial interface J : I<int> { new int this[int i] => i * Engine.Current.Next(); } partial class C : J { int I<int>.this[int i] => i + Engine.Current.Next(); }",
            "[PassContext] static int M() { I i = new X(); i[0] = 3; return i[1, \"a\"] + new X()[2, \"b\"] + i[0]; } } internal partial interface I { int this[int i, string s] { get; } int this[int i] { get; set; } } public partial class X : I { int f; public int this[int i, string s] => i + s.Length + Engine.Current.Next(); public int this[int i] { get => f; set => f = value + Engine.Current.Next(); }"),
    ];

    public static IReadOnlyList<ConstructRow> Open =>
    [
        new ConstructRow(19, "indexer of an open family", Forwarded,
            "[PassContext] public static int M() { B b = new D(); b[1] = 2; return b[2] + b[3]; } public partial class B { protected int f; public virtual int this[int i] { get => f + i * Engine.Current.Next(); protected internal set => f = value; } } public partial class D : B { public override int this[int i] => base[i] * 10 + Engine.Current.Next(); }",
            "[PassContext] public static int M() { I i = new C(), j = new E(); i[1] = 2; return i[2] + j[3]; } public partial interface I { int this[int i] { get; set; } } public sealed partial class C : I { int f; public int this[int i] { get => f + i; set => f = value * Engine.Current.Next(); } } public class E : I { int I.this[int i] { get => i * Engine.Current.Next(); set { } } }",
            "[PassContext] public static int M() { B b = new E(); return b[2]; } public abstract partial class B { public abstract int this[int i] { get; } } public class E : B { public override int this[int i] => i + Engine.Current.Next(); }",
            "[PassContext] static int M() { var d = new Demo(); return d[2] + Engine.Current.Next(); } int this[int i] { get { var x = Engine.Current.Next(); Engine.Current = new(\"other\"); return x + i; } }") with { HasScope = true },
    ];
}
