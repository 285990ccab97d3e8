using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests.Reach;

/// <summary>
/// By names, receivers and numbers of arguments alone it is decided what is bound. Each program hides a call from whoever takes these too literally: <c>Caller</c> reaches the
/// accessor in all of them.
/// </summary>
public class NameSearchTests
{
    private const string Read = "_ = Sample.Engine.Current;";

    [Theory]
    // The number of arguments.
    [InlineData("class A { public void M(int x, int y = 0) { READ } } class P { void Caller(A a) => a.M(1); }")]
    [InlineData("class A { public void M(params int[] x) { READ } } class P { void Caller(A a) { a.M(); a.M(1, 2, 3); } }")]
    [InlineData("class A { public void M([System.Runtime.InteropServices.Optional] int x) { READ } } class P { void Caller(A a) => a.M(); }")]
    [InlineData("interface I { void M(int x = 0); } class A : I { public void M(int x) { READ } } class P { void Caller(I i) => i.M(); }")]
    [InlineData("interface I { void M(int x = 0); } class A { public void M(int x) { READ } } class B : A, I; class P { void Caller(I i) => i.M(); }")]
    [InlineData("class A { public virtual void M(int x = 0) { } } class B : A { public override void M(int x) { READ } } class P { void Caller(A a) => a.M(); }")]
    [InlineData("class A { public virtual void M(params int[] x) { } } class B : A { public override void M(int[] x) { READ } } class P { void Caller(B b) => b.M(1, 2); }")]
    [InlineData("partial class A { partial void M(int x = 0); public void Caller() => M(); } partial class A { partial void M(int x) { READ } }")]
    [InlineData("static class A { public static void M(this string s, int x) { READ } } class P { void Caller() { \"\".M(1); } void Caller2() => A.M(\"\", 1); }")]
    [InlineData("class A { public System.Action<int, int> M { get { READ return null!; } } } class P { void Caller(A a) => a.M(1, 2); }")]
    [InlineData("class A { public void M(int x) { READ } } class P { void Caller(A a) { System.Action<int> f = a.M; f(1); } }")]
    [InlineData("class A { public void M(int x) { READ } } class P { void Caller(A? a) => a?.M(1); }")]
    [InlineData("class A { public void M<T>(int x) { READ } } class P { void Caller(A a) => a.M<string>(x: 1); }")]
    [InlineData("class A { public A(int x, int y = 0) { READ } } class P { object Caller() { A a = new(1); return a; } object Caller2() => new A(1); }")]
    [InlineData("class A { public A(int x = 0) { READ } } class Caller : A { } class Caller2 : A { public Caller2() { } }")]
    [InlineData("class A { public A(int x, int y) { READ } } class Caller(int z) : A(z, 1);")]
    [InlineData("class A { public A(int x, int y) { READ } public A() : this(1, 2) { } } class P { object Caller() => new A(); }")]
    [InlineData("record A { public A(int x) { READ } } record Caller(int X) : A(X);")]
    [InlineData("class A { public A() { READ } } class B<T> where T : new() { public B(int x) { new T(); } } class Caller : B<A> { public Caller() : base(1) { } }")]
    // What it is called on.
    [InlineData("class A { public void M() { READ } } class B : A { void Caller() => M(); void Caller2() => this.M(); void Caller3() => base.M(); }")]
    [InlineData("class A { public virtual void M() { } public void Caller() => M(); } class B : A { public override void M() { READ } }")]
    [InlineData("interface I { void M(); void Caller() => M(); } class A : I { public void M() { READ } }")]
    [InlineData("interface I { void M(); } interface J : I { void Caller() => M(); } class A : I { public virtual void M() { READ } } class B : A, J;")]
    [InlineData("interface I { void M(); void Caller() => this.M(); } class A : I { void I.M() { READ } }")]
    [InlineData("class A { public static void M() { READ } class N { void Caller() => M(); } }")]
    [InlineData("class A { protected static void M() { READ } } class B : A { class N { void Caller() => M(); } }")]
    [InlineData("using static A; class A { public static void M() { READ } } class P { void Caller() => M(); }")]
    [InlineData("global using static A; class A { public static void M() { READ } } class P { void Caller() => M(); }")]
    [InlineData("using C = A; class A { public void M() { READ } } class B : C { void Caller() => M(); }")]
    [InlineData("class A<T> { public void M() { READ } } class B : A<int> { void Caller() => M(); }")]
    [InlineData("static class A { public static void M(this object o) { READ } } class P { void Caller() => this.M(); }")]
    [InlineData("static class A { extension(object o) { public void M() { READ } } } class P { void Caller() => this.M(); }")]
    [InlineData("class A { public int M { get { READ return 0; } set { READ } } } class P { object Caller() => new A { M = 1 }; bool Caller2(A a) => a is { M: 1 }; }")]
    [InlineData("class A { public B M { get { READ return null!; } } } class B { public int L; } class P { bool Caller(A a) => a is { M.L: 1 }; object Caller2() => new A { M = { L = 1 } }; }")]
    [InlineData("record A { public int M { get => 0; init { READ } } } class P { object Caller(A a) => a with { M = 1 }; }")]
    // What is indexed.
    [InlineData("class A { public int this[int i] { get { READ return 0; } } } class P { A f = null!; int Caller() => f[0]; int Caller2() => this.f[0]; int Caller3(A a) => a[0]; int Caller4() { var a = new A(); return a[0]; } }")]
    [InlineData("class A { public virtual int this[int i] => 0; } class B : A { public override int this[int i] { get { READ return 0; } } } class P { int Caller(A a) => a[0]; int Caller2() { A a = new B(); if (a[0] == 0) { return 1; } return 2; } }")]
    [InlineData("class A { public int this[int i] { get { READ return 0; } } } class P { int Caller(System.Collections.Generic.List<A> l) { foreach (var a in l) { return a[0]; } return 0; } int Caller2(A[] a) => a[0][0]; }")]
    [InlineData("class A { public int this[int i] { get { READ return 0; } } } class Q { protected A a = null!; } class P : Q { int Caller() { { int[] a = null!; _ = a[0]; } return base.a[0] + this.a[1]; } int Caller2() => a[0]; }")]
    [InlineData("class A { public int this[int i] { get { READ return 0; } } } class P { int Caller<T>(T t) where T : A => t[0]; int Caller2() { int[] a = null!; return ((System.Func<A, int>)(a => a[0]))(new A()); } }")]
    [InlineData("class A { public int this[int i] { get { READ return 0; } } public int Caller() => this[0]; } class B : A { int Caller2() => base[0]; } class P { int Caller3(object o) { if (o is A a) { return a[0]; } return 0; } }")]
    [InlineData("class A { public int[][] this[int i] { get { READ return null!; } } } class P { A a = null!; void Caller() { foreach (int[] a in a[0]) { _ = a[0]; } } }")]
    [InlineData("namespace N { class List<T> { public int this[int i] { get { READ return 0; } } } class P { int Caller(List<int> l) => l[0]; } }")]
    [InlineData("using L = A; class A { public int this[int i] { get { READ return 0; } } } class P { int Caller(L l) => l[0]; }")]
    [InlineData("class A : System.Collections.Generic.List<int> { public new int this[int i] { get { READ return 0; } } } class P { A f { get; } = null!; int Caller() => f[0]; }")]
    public void WhatIsBound_IsEnough(string program)
    {
        if (program.Contains("extension(", StringComparison.Ordinal) && !TestCompilation.SupportsCSharp14)
            return;

        var compilation = TestCompilation.Create([AmbientEngine.Source, new CSharpSource(program.Replace("READ", Read, StringComparison.Ordinal), "Program.cs")]);
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ReachGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        driver = driver.RunGenerators(compilation);

        var expected = ReachRuns.ByBindingEverything(compilation).ToList();
        Assert.Equal(expected, ReachRuns.ReachedBy(compilation, driver));
        Assert.Contains(expected, key => key.Contains("Caller", StringComparison.Ordinal));
        for (var number = 2; program.Contains("Caller" + number, StringComparison.Ordinal); number++)
            Assert.Contains(expected, key => key.Contains("Caller" + number, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("class A { public void M(int x) { READ } } class B { public void M() { } } class P { void Caller(B b) => b.M(); }")]
    [InlineData("class A { public A(int x) { READ } public A() { } } class P { object Caller() => new A(); }")]
    [InlineData("class A { public void M() { READ } } class B { void M() { } void Caller() => M(); void Caller2() => this.M(); }")]
    [InlineData("class R { public virtual void M() { } } class A : R { public override void M() { READ } } class B : R { public override void M() => base.M(); }")]
    [InlineData("class A { public int this[int i] { get { READ return 0; } } } class P { int Caller(int[] a, string s, System.Collections.Generic.List<int> l) { var b = new int[1]; return a[0] + b[0] + s[0] + l[0]; } }")]
    [InlineData("class A { public A() { READ } } class P { object Caller() => new { X = new int[1] }; }")]
    public void WhatCannotCall_IsNotBound(string program)
    {
        var counter = new BindingCounter();
        var compilation = TestCompilation.Create([AmbientEngine.Source, new CSharpSource(program.Replace("READ", Read, StringComparison.Ordinal), "Program.cs")]);
        CSharpGeneratorDriver.Create([new ReachGenerator(counter).AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions).RunGenerators(compilation);

        Assert.Matches(@"\bProgram 1\b", counter.Take());
    }
}
