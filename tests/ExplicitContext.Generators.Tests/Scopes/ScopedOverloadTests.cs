using ExplicitContext.Generators.Tests.Families;

namespace ExplicitContext.Generators.Tests.Scopes;

/// <summary>Overloads that call the original under a scope, because it cannot be rewritten.</summary>
public class ScopedOverloadTests
{
    [Fact]
    public void Overload_KeepsDocsAttributesAndModifiers()
    {
        var run = FamilyRun.Of(
            """
            public static partial class Demo
            {
                /// <summary>Names it.</summary>
                /// <param name="x">A number.</param>
                [PassContext, Obsolete("old")]
                public static string M<T>(int x, ref T y, params string[] rest)
                    where T : struct
                {
                    Engine.Current = new("other");
                    return Engine.Current.Name + x;
                }
            }
            """);

        Assert.Equal(
            """

            partial class Demo
            {
                /// <summary>Names it.</summary>
                /// <param name="engine">The context, handed on by the caller.</param>
                /// <param name="x">A number.</param>
                [Obsolete("old")]
                internal static string M<T>(Engine engine, int x, ref T y, params string[] rest)
                    where T : struct
                {
                    using (Engine.Enter(engine))
                    {
                        return M<T>(x, ref y, rest);
                    }
                }
            }
            """.ReplaceLineEndings("\n"),
            run.Text.Substring(run.Text.IndexOf("\npartial", StringComparison.Ordinal)).TrimEnd('\n'));
        var report = Assert.Single(run.Reports);
        Assert.Equal("The ambient changes in it or in what it calls, so a context fixed at entry would miss the change. The overload of 'Demo.M' therefore calls the original under 'Engine.Enter'.", report.Message);
    }

    [Theory]
    [InlineData("static void M() => Engine.Current = Engine.Current;", "    internal static void M(Engine engine)\n    {\n        using (Engine.Enter(engine))\n        {\n            M();\n        }\n    }")]
    [InlineData("static async Task M() { Engine.Current = Engine.Current; await Task.Yield(); }", "    internal static async Task M(Engine engine)\n    {\n        using (Engine.Enter(engine))\n        {\n            await M();\n        }\n    }")]
    [InlineData("static ValueTask<int> M() { Engine.Current = Engine.Current; return default; }", "    internal static async ValueTask<int> M(Engine engine)\n    {\n        using (Engine.Enter(engine))\n        {\n            return await M();\n        }\n    }")]
    [InlineData("static int P { get { Engine.Current = Engine.Current; return 1; } }", "    internal static int GetP(Engine engine)\n    {\n        using (Engine.Enter(engine))\n        {\n            return P;\n        }\n    }")]
    [InlineData("static ref int M(ref int x) { Engine.Current = Engine.Current; return ref x; }", "            return ref M(ref x);")]
    [InlineData("static int M(out int x, in int y) { Engine.Current = Engine.Current; return x = y; }", "            return M(out x, in y);")]
    public void Overload_CallsTheOriginal(string member, string expected)
    {
        var run = FamilyRun.Of($"[PassContext] public partial class Demo {{\n    public {member}\n}}");

        Assert.Contains(expected, run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static async void M() { Engine.Current = Engine.Current; await Task.Yield(); }", "nobody can await it")]
    [InlineData("static IEnumerable<int> M() { Engine.Current = Engine.Current; yield return 1; }", "computed after the scope has ended")]
    [InlineData("static Task M(ref int x) { Engine.Current = Engine.Current; return Task.CompletedTask; }", "passes by reference")]
    public void MemberThatCannotBeCalledUnderAScope_IsRefused(string member, string reason)
    {
        var run = FamilyRun.Of($"public partial class Demo {{ [PassContext] public {member} }}");

        Assert.Contains(reason, Assert.Single(run.Reports).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Enter", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("foreach (var x in new R()) return x; return \"\";")]
    [InlineData("return new R() is { P: var x } ? x : \"\";")]
    public void PlaceThatStaysAsItWas_FindsTheContextUnderTheScope(string body)
    {
        var run = FamilyRun.Of($"public partial class Demo {{ [PassContext] internal static string M() {{ {body} }} }} internal partial class R {{ public string P => Engine.Current.Name; public IEnumerator<string> GetEnumerator() {{ yield return Engine.Current.Name; }} }}");

        Assert.Equal("given", run.Call());
        Assert.Contains(run.Reports, report => report.Symbol == "M:Sample.Demo.M" && report.Message.EndsWith("The overload of 'Demo.M' therefore calls the original under 'Engine.Enter'.", StringComparison.Ordinal));
    }

    [Fact]
    public void LambdaThatMayRunLater_StaysAsItWas_SinceAScopeWouldNotHelp()
    {
        var run = FamilyRun.Of("public partial class Demo { [PassContext] internal static Func<string> M() { var name = Engine.Current.Name; return () => name + Engine.Current.Name; } }");

        Assert.DoesNotContain("Enter", run.Text, StringComparison.Ordinal);
        Assert.Contains("var name = engine.Name", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void RewrittenFormThatWouldNotCompile_GivesWay()
    {
        var run = FamilyRun.Of(
            """
            [ContextType("session", ParameterName = "session")]
            public class Session
            {
                [AmbientAccessor(EnteredBy = nameof(Enter))] public static Session Current { get; set; } = new();
                public static IDisposable Enter(Session session) => new System.IO.MemoryStream();
                public string Name => "s";
            }
            public partial struct S
            {
                private readonly Engine engine;
                public S(Engine engine) => this.engine = engine;
                internal string N() { Func<string> name = () => Engine.Current.Name; return name() + Session.Current.Name; }
            }
            public partial class Demo { [PassContext] internal static string M() => new S(new("held")).N() + Session.Current.Name; }
            """);

        Assert.Contains("        using (Engine.Enter(this.engine))\n        using (Session.Enter(session))\n", run.Text, StringComparison.Ordinal);
        Assert.Contains(run.Reports, report => report.Symbol == "M:Sample.S.N" && report.Message.Contains("CS1673", StringComparison.Ordinal));
    }

    [Fact]
    public void ScopeThatIsOpenedByAMember_ChangesNothingForItsCallers()
    {
        var run = FamilyRun.Of("public partial class Demo { [PassContext] internal static string M() => N() + Engine.Current.Name; static string N() { using (Engine.Enter(new(\"other\"))) return Engine.Current.Name; } }");

        Assert.Contains("M(Engine engine) => N(engine) + engine.Name;", run.Text, StringComparison.Ordinal);
        Assert.Equal("othergiven", run.Call());
    }

    [Fact]
    public void ScopeThatIsLeftOpen_ChangesTheAmbientOfItsCallers()
    {
        var run = FamilyRun.Of("public partial class Demo { [PassContext] internal static string M() { var s = N(); var name = Engine.Current.Name; s.Dispose(); return name; } static IDisposable N() => Engine.Enter(new(\"other\")); }");

        Assert.Equal("other", run.Call());
        Assert.Contains("return M();", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Engine.Enter(other)", "Engine.Current.Name", "using (Engine.Enter(other)) return other.Name;")]
    [InlineData("Engine.Enter(other)", "Session.Current.Name + Engine.Current.Name", "using (Session.Enter(session))")]
    [InlineData("Engine.Enter(new(\"x\"))", "Engine.Current.Name + N()", "Engine engine1 = new(\"x\"); using (Engine.Enter(engine1)) return engine1.Name + N(engine1);")]
    public void ScopeInABody_SaysNothingOfOtherContexts(string opened, string read, string expected)
    {
        var run = FamilyRun.Of(
            $$"""
            [ContextType("session", ParameterName = "session")]
            public class Session
            {
                [AmbientAccessor(EnteredBy = nameof(Enter))] public static Session Current { get; set; } = new();
                public static IDisposable Enter(Session session) => new System.IO.MemoryStream();
                public Engine Engine { get; } = new("of session");
                public string Name => "s";
            }
            public partial class Demo
            {
                [PassContext] internal static string M(int x) { var other = Make(); using ({{opened}}) return {{read}}; }
                static Engine Make() => new("made");
                static string N() => Engine.Current.Name;
            }
            """);

        Assert.Contains(expected, run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ScopeOfAnotherType_IsNamedByItsDocumentationId_AndMayBeAMethodOfTheContext()
    {
        var run = FamilyRun.Of(
            """
            [ContextType("session", ParameterName = "session")]
            public class Session
            {
                public Guest Visit(out int number) { number = 1; return default; }
                public string Name => "s";
            }
            public readonly ref struct Guest { public void Dispose() { } }
            public static class Sessions { [AmbientAccessor(EnteredBy = "M:Sample.Session.Visit(System.Int32@)")] public static Session Now { get; set; } = new(); }
            public partial class Demo
            {
                [PassContext] internal static string A() { Sessions.Now = new(); return Sessions.Now.Name; }
                [PassContext] internal static async Task<string> B() { Sessions.Now = new(); await Task.Yield(); return Sessions.Now.Name; }
            }
            """);

        Assert.Contains("        using (session.Visit(out _))\n", run.Text, StringComparison.Ordinal);
        Assert.Contains("'Session.Visit' holds for one thread, and after an await another may go on", Assert.Single(run.Reports, report => report.Symbol == "M:Sample.Demo.B").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RuntimeOfThePackage_IsEnteredByAttaching()
    {
        var run = FamilyRun.Of(
            """
            public partial class B { public virtual long N() => ExplicitContext.Runtime.ThreadState.Current.Id; public virtual object O() => ExplicitContext.Runtime.InterpreterState.Current; }
            public partial class Demo { [PassContext] internal static long M(B b) => b.N() + b.O().GetHashCode(); }
            """);

        Assert.Contains("        using (tstate.Interp.Attach(out _))\n", run.Text, StringComparison.Ordinal);
        Assert.Contains("        using (interp.Attach(out _))\n", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TextFile_SaysByWhatAContextIsEntered()
    {
        var project = new ExplicitContext.Testing.TestProject(
            """
            namespace Old;
            public class Host { public static Host Now { get; set; } = new(); public int Size => 3; public static System.IDisposable Use(Host host) => null!; }
            public static partial class User { public static int Twice() { Host.Now = new(); return Host.Now.Size * 2; } }
            """).WithContextFile("T:Old.Host; parameter=host\nP:Old.Host.Now; entered-by=Use\nM:Old.User.Twice; pass\n");

        var text = string.Concat(ExplicitContext.Testing.GeneratorTest<ContextOverloadGenerator>.Run(project).Sources.Values);

        Assert.Contains("using (Host.Use(host))", text, StringComparison.Ordinal);
    }
}
