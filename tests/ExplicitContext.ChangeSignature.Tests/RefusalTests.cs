namespace ExplicitContext.ChangeSignature.Tests;

/// <summary>What is left as it is, and why.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("int P => [|Engine.Current|].Seed;", "An accessor cannot take a parameter; make it a method first.")]
    [InlineData("int P { get { return [|Engine.Current|].Seed; } }", "An accessor cannot take a parameter; make it a method first.")]
    [InlineData("int this[int i] => [|Engine.Current|].Seed;", "An accessor cannot take a parameter; make it a method first.")]
    [InlineData("event Action E { add => _ = [|Engine.Current|].Seed; remove { } }", "An accessor cannot take a parameter; make it a method first.")]
    [InlineData("public static int operator +(C c, int x) => [|Engine.Current|].Seed;", "An operator cannot take a parameter.")]
    [InlineData("public static implicit operator int(C c) => [|Engine.Current|].Seed;", "A conversion cannot take a parameter.")]
    [InlineData("~C() => _ = [|Engine.Current|].Seed;", "A finalizer cannot take a parameter.")]
    [InlineData("static C() => _ = [|Engine.Current|].Seed;", "A static constructor cannot take a parameter.")]
    [InlineData("static int f = [|Engine.Current|].Seed;", "A static initialiser runs once for the whole process and is handed nothing; give the state an owner first.")]
    [InlineData("int f = [|Engine.Current|].Seed;", "An initialiser is handed nothing; move the read into a constructor first.")]
    [InlineData("Func<int> M() { return static () => [|Engine.Current|].Seed; }", "A static lambda can capture no context; pass it as a parameter of the lambda, or drop 'static'.")]
    [InlineData("public override string ToString() => [|Engine.Current|].ToString()!;", "'C.ToString' must look like 'Object.ToString', which is declared outside of the solution.")]
    [InlineData("[ContextEntry] int M() => [|Engine.Current|].Seed;", "'C.M' is an entry point, where the context comes from.")]
    [InlineData("[Test] int M() => [|Engine.Current|].Seed;", "'C.M' is called by what finds its [Test], which fixes its parameters.")]
    [InlineData("[System.Runtime.CompilerServices.ModuleInitializer] internal static void M() => _ = [|Engine.Current|].Seed;", "'C.M' is called by what finds its [ModuleInitializer], which fixes its parameters.")]
    [InlineData("int M(int x) => [|Engine.Current|].Seed; int M(Engine e, int x) => x;", "'C.M' already has an overload that takes the context; call that.")]
    [InlineData("int M() => [|Engine.Named(\"a\")|].Seed;", "'Engine.Named(\"a\")' takes arguments, so a context alone cannot stand for it.")]
    [InlineData("Func<Engine> M() => [|Engine.Find|];", "'Engine.Find' is handed on as a delegate.")]
    [InlineData("Func<int> M() => () => [|Engine.Current|].Seed;", "The lambda is returned and may outlive the context; take the context when it is called.")]
    [InlineData("Expression<Func<int>> M() { Expression<Func<int>> e = () => [|Engine.Current|].Seed; return e; }", "An expression tree is kept as it is, because providers match the members in it; read the context before it.")]
    [InlineData("int M() { Engine.Current = new(); return [|Engine.Current|].Seed; }", "'C.M' sets the ambient itself, so it may not read the same one throughout.")]
    [InlineData("int M() => [|Settings.Orphan|].Depth;", "No context type is known that could replace 'Settings.Orphan'.")]
    public Task Member_IsRefused(string member, string reason) => MoveUp.VerifyRefusedAsync($"class TestAttribute : Attribute; class C {{ {member} }}", reason);

    [Theory]
    [InlineData("public class C { public virtual int M() => [|Engine.Current|].Seed; }", "'C.M' is public and can be overridden outside of the solution, where nobody would override an overload beside it.")]
    [InlineData("public class C(int x) { int seed = x + [|Engine.Current|].Seed; public int Seed => seed; }", "'C.C' is a public primary constructor, which no other one can replace; write it as an ordinary one first.")]
    [InlineData("public interface I { int M(); } class C : I { public int M() => [|Engine.Current|].Seed; }", "'I.M' is public and can be overridden outside of the solution, where nobody would override an overload beside it.")]
    [InlineData("record R(int X) { int seed = [|Engine.Current|].Seed; }", "The parameters of the record 'R' are its properties; a context would become one.")]
    [InlineData("class C : IDisposable { public void Dispose() => _ = [|Engine.Current|].Seed; }", "'C.Dispose' must look like 'IDisposable.Dispose', which is declared outside of the solution.")]
    [InlineData("class C : List<int> { public override bool Equals(object? o) => [|Engine.Current|].Seed == 1; public override int GetHashCode() => 1; }", "'C.Equals' must look like 'Object.Equals', which is declared outside of the solution.")]
    public Task Declaration_IsRefused(string source, string reason) => MoveUp.VerifyRefusedAsync(source, reason);

    [Theory]
    [InlineData("event Action? E; C() => E += Walk; void Walk() => _ = [|Engine.Current|].Seed;", "'Walk' handles an event or is added to a delegate, from which a lambda could not be taken away again.")]
    [InlineData("Action? a; void M() => a -= Walk; static void Walk() => _ = [|Engine.Current|].Seed;", "'Walk' handles an event or is added to a delegate, from which a lambda could not be taken away again.")]
    [InlineData("bool M(Action a) => a == Walk; static void Walk() => _ = [|Engine.Current|].Seed;", "'Walk' is compared or combined as a delegate, and a lambda would not be equal to it.")]
    [InlineData("unsafe delegate*<int> M() => &Walk; static int Walk() => [|Engine.Current|].Seed;", "The address of 'Walk' is taken.")]
    [InlineData("delegate void D(ref int x); D M() => Walk; static void Walk(ref int x) => x = [|Engine.Current|].Seed;", "'Walk' is used as a delegate, and a lambda could not stand for it.")]
    [InlineData("C Next() => this; Func<int> M() => Next().Walk; int Walk() => [|Engine.Current|].Seed;", "'Walk' is used as a delegate, and a lambda could not stand for it.")]
    [InlineData("Expression<Func<int>> M() => () => Walk(); static int Walk() => [|Engine.Current|].Seed;", "'Walk' is called in an expression tree, which a provider reads as data.")]
    [InlineData("static int M(dynamic d) => Walk(d); static int Walk(string x) => 1; static int Walk(int x) => x + [|Engine.Current|].Seed;", "Which 'Walk' is called is decided at run time only, or the call does not compile.")]
    [InlineData("public IEnumerator<int> GetEnumerator() { yield return [|Engine.Current|].Seed; } int M() { foreach (var x in this) return x; return 0; }", "'GetEnumerator' is called without being named, so nothing can be handed to it.")]
    [InlineData("void Deconstruct(out int x, out int y) => x = y = [|Engine.Current|].Seed; int M() { var (x, y) = this; return x + y; }", "'Deconstruct' is called without being named, so nothing can be handed to it.")]
    [InlineData("void Deconstruct(out int x, out int y) => x = y = [|Engine.Current|].Seed; bool M(C c) => c is (1, 2);", "The result would not compile: There is no argument given that corresponds to the required parameter 'y' of 'C.Deconstruct(Engine, out int, out int)' (CS7036).")]
    public Task Use_IsRefused(string members, string reason) => MoveUp.VerifyRefusedAsync($"class C {{ {members} }}", reason);

    [Theory]
    [InlineData("typeof(C).GetMethod(\"Walk\")")]
    [InlineData("typeof(C).GetMethod(nameof(Walk), [])")]
    [InlineData("typeof(C).GetMethods().First(method => method.Name == \"Walk\")")]
    [InlineData("typeof(C).GetMethods().First(method => method.Name is \"Walk\")")]
    [InlineData("typeof(C).GetMethods().First(method => method.Name.Equals(\"Walk\"))")]
    public Task MemberThatReflectionLooksFor_IsRefused(string search) => MoveUp.VerifyRefusedAsync(
        $"class C {{ static int Walk() => [|Engine.Current|].Seed; object? M() => {search}; }}",
        "'C.Walk' is looked for by reflection, which would not hand anything to it.");

    [Fact]
    public Task NameThatIsOnlyWritten_IsNoReflection() => MoveUp.VerifyPartlyAsync(
        "class C { string Name => \"\"; static int Walk() => [|Engine.Current|].Seed; bool M() => Name == \"Walk\" || nameof(Walk) == \"x\"; }",
        "class C { string Name => \"\"; static int Walk(Engine engine) => engine.Seed; bool M() => Name == \"Walk\" || nameof(Walk) == \"x\"; }");

    [Fact]
    public Task CollectionInitialiser_IsRefused() => MoveUp.VerifyRefusedAsync(
        "class C : System.Collections.IEnumerable { public void Add(int x) => _ = [|Engine.Current|].Seed + x; public System.Collections.IEnumerator GetEnumerator() => null!; static C M() => new() { 1, 2 }; }",
        "'Add' is called without being named, so nothing can be handed to it.");

    [Fact]
    public Task AttributeConstructor_IsRefused() => MoveUp.VerifyRefusedAsync(
        "class MarkAttribute : Attribute { internal MarkAttribute(int x) { x = [|Engine.Current|].Seed; } } [Mark(1)] class C;",
        "'MarkAttribute' is used in an attribute, which takes constants alone.");

    [Fact]
    public Task AccessorThatCallsTheMember_IsRefused() => MoveUp.VerifyRefusedAsync(
        "[ContextType(\"other\")] class Other { [AmbientAccessor] internal static Other Current => Make(); static Other Make() => [|Current|]; }",
        "A caller of 'Make' has no context, and no ambient accessor that it could read yields one.");

    [Fact]
    public Task CallerThatCannotReadTheAmbient_IsRefused() => MoveUp.VerifyRefusedAsync(
        "[ContextType(\"other\")] class Other { [AmbientAccessor] private static Other Current => new(); internal static Other Make() => [|Current|]; } class C { Other M() => Other.Make(); }",
        "A caller of 'Make' has no context, and no ambient accessor that it could read yields one.");

    [Fact]
    public Task OverloadThatWouldTakeACall_IsRefused() => MoveUp.VerifyRefusedAsync(
        "class C { static int Walk(object first, int x) => x; static int Walk(int x) => x + [|Engine.Current|].Seed; static int M() => Walk(new Engine(), 1); }",
        "'Walk' at Test0.cs:1 would mean another member.");

    [Fact]
    public Task SourceInGeneratedFile_IsRefused() => MoveUp.VerifyRefusedAsync(
        World.Of("partial class C { int Walk() => [|Engine.Current|].Seed; }").WithFile("C.Designer.cs", "partial class C { int M() => Walk(); }"),
        "'Walk' is used in C.Designer.cs, which is generated or not C#.");
}
