using ExplicitContext.Model.Baseline;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Tests.Baseline;

/// <summary>Every way to declare a member: it has a name without white space, the name leads back to it, and it is known whether it has a body.</summary>
public sealed class BaselineKeysTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        namespace N
        {
            interface I<T> { T this[int i] { get; } void M(T x, List<(int A, string B)> list); }
            interface K<TSelf> where TSelf : K<TSelf> { static abstract TSelf operator +(TSelf a, TSelf b); }
            interface J { void Default() { } void Abstract(); event Action Raised; }
            public unsafe partial class C<T> : J where T : class
            {
                private int field, initialised = 1;
                const int Constant = 3;
                static C() { }
                public C() : this(1) { }
                private C(int x) { }
                ~C() { }
                int Auto { get; set; }
                int Initialised { get; } = 1;
                int Computed => 1;
                int Both { get => field; set { field = value; } }
                int this[string key] => 1;
                event Action Simple;
                event Action Custom { add { } remove { } }
                void J.Default() { }
                void J.Abstract() { }
                event Action J.Raised { add { } remove { } }
                static void Generic<U, V>(ref U u, out V v, in T t, params int[] more) { v = default!; }
                static void Pointers(int* p, delegate*<int, void> f, int[,] rectangle, int[][] jagged, dynamic d, (int, string) pair, int? n) { }
                public static C<T> operator +(C<T> a, C<T> b) => a;
                public static implicit operator int(C<T> c) => 1;
                public static explicit operator C<T>(int i) => new();
                partial void Part(int x);
                partial void Part(int x) { }
                partial void Unimplemented();
                class Nested<W> { void M(W w, T t) { } enum E { A, B = 1 } }
                delegate void D(int x);
                abstract class Base { protected abstract void Abstract(); extern static void External(); }
                class Impl : I<string>
                {
                    string I<string>.this[int i] => "";
                    void I<string>.M(string x, List<(int A, string B)> list) { }
                }
            }
            class Sum : K<Sum> { static Sum K<Sum>.operator +(Sum a, Sum b) => a; }
            record R(int X) { int Y = X; }
            class P(int x) { int X => x; }
            class Q(int x) : P(x) { }
            struct Größe { int Maß() => 1; int @class() => 1; }
        }
        """;

    private static readonly CSharpCompilation Compilation = TestCompilation.Create(new CSharpSource(Source), new CSharpSource("file class Local { void M() { } }", "a b.cs"), new CSharpSource("file class Local { void M() { } }", "c.cs"));

    private static IEnumerable<ISymbol> Members => SourceTypes.Of(Compilation.Assembly).SelectMany(type => type.GetMembers().Prepend(type)).Distinct<ISymbol>(SymbolEqualityComparer.Default);

    [Fact]
    public void Sources_Compile() => Assert.Equal("", TestCompilation.ErrorsOf(Compilation));

    [Fact]
    public void EveryMember_HasANameOfItsOwn()
    {
        var names = Members.Select(BaselineKeys.OfMember).ToList();

        Assert.True(names.Count > 90);
        Assert.Distinct(names);
        Assert.All(names, name => Assert.DoesNotContain(name, char.IsWhiteSpace));
    }

    [Fact]
    public void EveryName_LeadsBackToItsMember()
    {
        var members = new BaselineMembers(Compilation);

        Assert.All(Members, member => Assert.Equal(member, members.Find(BaselineKeys.OfMember(member)), SymbolEqualityComparer.Default));
    }

    [Fact]
    public void EveryName_CanBeWrittenAndRead()
    {
        var debt = Debt.Of(Members.Select(member => BaselineKeys.InBody("ECTX1002", BaselineKeys.OfMember(member), member)));

        Assert.Equal(debt, BaselineFile.Parse(debt.Format()).ToDebt());
    }

    [Theory]
    [InlineData("M:N.C`1.Gone")]
    [InlineData("M:N.C`1.Generic``1(``0@)")]
    [InlineData("M:N.Gone.M")]
    [InlineData("M:Gone")]
    [InlineData("T:N.Gone")]
    [InlineData("T:System.String")]
    [InlineData("M:System.String.Trim")]
    [InlineData("nonsense")]
    [InlineData("X")]
    [InlineData("M:")]
    [InlineData("M:(")]
    [InlineData("M:N.C`x.M(")]
    public void NameOfNothingInTheSource_LeadsNowhere(string name) => Assert.Null(new BaselineMembers(Compilation).Find(name));

    [Fact]
    public void Bodies_AreWhereSomethingCanBeFound() => Assert.Equal(
        """
        F:N.C`1.Constant
        F:N.C`1.Nested`1.E.B
        F:N.C`1.initialised
        F:N.R.Y
        M:N.C`1.#cctor
        M:N.C`1.#ctor
        M:N.C`1.#ctor(System.Int32)
        M:N.C`1.Finalize
        """.ReplaceLineEndings("\n").Split('\n'),
        Members.Where(MemberBody.Exists).Select(BaselineKeys.OfMember).Where(name => name.StartsWith("F:N.C", StringComparison.Ordinal) || name.StartsWith("F:N.R", StringComparison.Ordinal) || name.Contains("ctor", StringComparison.Ordinal) && name.Contains("C`1", StringComparison.Ordinal) || name.EndsWith("Finalize", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("M:N.C`1.get_Computed", true)]
    [InlineData("M:N.C`1.get_Both", true)]
    [InlineData("M:N.C`1.get_Auto", false)]
    [InlineData("P:N.C`1.Initialised", true)]
    [InlineData("P:N.C`1.Computed", false)]
    [InlineData("P:N.C`1.Auto", false)]
    [InlineData("M:N.C`1.get_Item(System.String)", true)]
    [InlineData("M:N.C`1.add_Custom(System.Action)", true)]
    [InlineData("M:N.C`1.add_Simple(System.Action)", false)]
    [InlineData("M:N.C`1.Part(System.Int32)", true)]
    [InlineData("M:N.C`1.Unimplemented", false)]
    [InlineData("M:N.C`1.Base.Abstract", false)]
    [InlineData("M:N.C`1.Base.External", false)]
    [InlineData("M:N.J.Default", true)]
    [InlineData("M:N.J.Abstract", false)]
    [InlineData("F:N.C`1.field", false)]
    [InlineData("F:N.C`1.Nested`1.E.B", true)]
    [InlineData("F:N.C`1.Nested`1.E.A", false)]
    [InlineData("M:N.Q.#ctor(System.Int32)", true)]
    [InlineData("M:N.P.#ctor(System.Int32)", false)]
    [InlineData("T:N.P", false)]
    public void Body_IsThere(string name, bool exists) => Assert.Equal(exists, MemberBody.Exists(new BaselineMembers(Compilation).Find(name)!));

    [Fact]
    public void PartialMember_HasOneName_AndItsBodyInOnePart()
    {
        var definition = (IMethodSymbol)Members.Single(member => member.Name == "Part");
        var implementation = definition.PartialImplementationPart!;

        Assert.Equal(BaselineKeys.OfMember(definition), BaselineKeys.OfMember(implementation));
        Assert.False(MemberBody.IsWrittenIn(definition));
        Assert.True(MemberBody.IsWrittenIn(implementation));
    }

    [Fact]
    public void TypesThatAreLocalToFiles_AreToldApartByTheFile() => Assert.Equal(
        ["M:Local.M|a_b.cs", "M:Local.M|c.cs"],
        Members.Where(member => member is { Name: "M", ContainingType.Name: "Local" }).Select(BaselineKeys.OfMember).Order(StringComparer.Ordinal));

    [Fact]
    public void TopLevelStatements_HaveANameWhateverIsInThem()
    {
        static string NameOf(string text)
        {
            var compilation = TestCompilation.Create(OutputKind.ConsoleApplication, text);
            var entry = compilation.GetEntryPoint(CancellationToken.None)!;
            Assert.Equal(entry, new BaselineMembers(compilation).Find(BaselineKeys.OfMember(entry)), SymbolEqualityComparer.Default);
            Assert.True(MemberBody.Exists(entry));
            return BaselineKeys.OfMember(entry);
        }

        Assert.Equal("M:Program.{Main}$(System.String[])", NameOf("System.Console.WriteLine();"));
        Assert.Equal(NameOf("System.Console.WriteLine();"), NameOf("await System.Threading.Tasks.Task.Delay(args.Length); return 1;"));
    }

    [Theory]
    [InlineData("int a = 0;", "local:T:System.Int32")]
    [InlineData("int renamed = 0;", "local:T:System.Int32")]
    [InlineData("var a = new[] { 1 };", "local:type:int[]")]
    [InlineData("var a = (1, \"\");", "local:T:System.ValueTuple`2")]
    [InlineData("var a = new { X = 1 };", "local:type:<anonymous_type:_int_X>")]
    public void Local_IsKnownByItsType(string declaration, string name)
    {
        var (model, root) = Body(declaration);
        var local = model.GetDeclaredSymbol(root.DescendantNodes().OfType<VariableDeclaratorSyntax>().Single())!;

        Assert.Equal(name, BaselineKeys.InBody("ECTX4002", "M:C.M", local).Subject);
        Assert.Equal("M:C.M(System.Int32)", BaselineKeys.OfMember(local));
    }

    [Fact]
    public void LocalFunctionsLambdasAndParameters_BelongToTheirMember()
    {
        var (model, root) = Body("int F(int a) => a; System.Func<int, int> g = b => b; F(1);");
        var function = model.GetDeclaredSymbol(root.DescendantNodes().OfType<LocalFunctionStatementSyntax>().Single())!;
        var lambda = model.GetSymbolInfo(root.DescendantNodes().OfType<SimpleLambdaExpressionSyntax>().Single()).Symbol!;
        var parameters = root.DescendantNodes().OfType<ParameterSyntax>().Select(parameter => (ISymbol)model.GetDeclaredSymbol(parameter)!).ToList();

        Assert.Equal(3, parameters.Count);
        Assert.All([function, lambda, .. parameters], symbol => Assert.Equal("M:C.M(System.Int32)", BaselineKeys.OfMember(symbol)));
        Assert.Equal("localfunction", BaselineKeys.InBody("ECTX2011", "M", function).Subject);
        Assert.Equal("lambda", BaselineKeys.InBody("ECTX2011", "M", lambda).Subject);
        Assert.Equal(["parameter#0"], parameters.Select(parameter => BaselineKeys.InBody("ECTX2008", "M", parameter).Subject).Distinct());
    }

    [Fact]
    public void DeclarationAtFault_IsMarked()
    {
        var method = (IMethodSymbol)Members.Single(member => member.Name == "Generic");
        var name = BaselineKeys.OfMember(method);

        Assert.Equal(new("ECTX2006", name, "@parameter#1"), BaselineKeys.OfDeclaration("ECTX2006", name, method.Parameters[1]));
        Assert.Equal(new("ECTX2006", name, ""), BaselineKeys.OfDeclaration("ECTX2006", name, method));
    }

    [Fact]
    public void ConstructedGenerics_AreNamedByTheirDefinition()
    {
        var (model, root) = Body("System.Array.Empty<int>(); new System.Collections.Generic.List<string>().Add(\"\");");
        var called = root.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => BaselineKeys.InBody("ECTX1003", "M", model.GetSymbolInfo(call).Symbol!).Subject);

        Assert.Equal(["M:System.Array.Empty``1", "M:System.Collections.Generic.List`1.Add(`0)"], called);
    }

    private static (SemanticModel Model, SyntaxNode Root) Body(string statements)
    {
        var compilation = TestCompilation.Create($"class C {{ void M(int x) {{ {statements} }} }}");
        return (compilation.GetSemanticModel(compilation.SyntaxTrees[0]), compilation.SyntaxTrees[0].GetRoot());
    }
}
