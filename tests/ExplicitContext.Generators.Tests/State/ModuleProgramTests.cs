using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests.State;

/// <summary>Module state: made on first use, one for each context, disposed of in reverse order when the context ends.</summary>
public class ModuleProgramTests
{
    private const string Log = "public static class Log { public static List<string> Lines = []; public static string All => string.Join(\",\", Lines); }";

    [Fact]
    public void PerInterpreter_EveryInterpreterHasItsOwn_DisposedOfInReverse() => Assert.Equal("True False|b1,a1,b2,a2", StateWorld.Run(StateWorld.With(
        $$"""
        [PerInterpreter] public sealed partial class First : IDisposable
        {
            private readonly InterpreterState interp;
            private First(InterpreterState interp) => this.interp = interp;
            public void Dispose() => Log.Lines.Add("a" + interp.Id.Value);
        }
        [PerInterpreter] public sealed partial class Second(InterpreterState interp) : IDisposable { public void Dispose() => Log.Lines.Add("b" + interp.Id.Value); }
        {{Log}}
        public static class Program
        {
            public static string Run()
            {
                using var runtime = RuntimeState.Initialize();
                var one = runtime.CreateInterpreter();
                var two = runtime.CreateInterpreter();
                object[] made = new object[3];
                using (one.Attach(out var tstate)) { made[0] = tstate.Interp.First(); made[1] = tstate.Interp.First(); tstate.Interp.Second(); }
                using (two.Attach(out var tstate)) { made[2] = tstate.Interp.First(); tstate.Interp.Second(); }
                one.Close();
                two.Close();
                return $"{made[0] == made[1]} {made[0] == made[2]}|{Log.All}";
            }
        }
        """,
        hasSlots: false)));

    [Fact]
    public void PerThread_EveryThreadHasItsOwn_DisposedOfWithIt() => Assert.Equal("False|2|2,1", StateWorld.Run(StateWorld.With(
        $$"""
        [PerThread] internal sealed partial class Scratch : IDisposable
        {
            public long Id;
            private Scratch(ThreadState tstate) => Id = tstate.Id;
            public void Dispose() => Log.Lines.Add($"{Id}");
        }
        {{Log}}
        public static class Program
        {
            public static string Run()
            {
                using var runtime = RuntimeState.Initialize();
                var interp = runtime.CreateInterpreter();
                Scratch? mine, its = null;
                using (interp.Attach(out var tstate)) mine = tstate.Scratch();
                interp.StartThread(tstate => its = tstate.Scratch()).Join(TimeSpan.FromSeconds(30));
                var atItsEnd = Log.All;
                interp.Close();
                return $"{mine == its}|{atItsEnd}|{Log.All}";
            }
        }
        """,
        hasSlots: false)));

    [Theory]
    [InlineData("")]
    [InlineData("Cache() { }")]
    [InlineData("Cache(Tenant tenant) => Name = tenant.Name;")]
    [InlineData("Cache(int size = 3) { }")]
    [InlineData("Cache() { } Cache(Tenant tenant) => Name = tenant.Name;")]
    public void AContextOfTheUsers_GetsSlots(string constructor) => Assert.Equal(constructor.Contains("=>", StringComparison.Ordinal) ? "True False ab|b,a" : "True False ??|?,?", StateWorld.Run(StateWorld.With(
        $$"""
        [ModuleState(typeof(Tenant))] public sealed partial class Cache : IDisposable { {{constructor}} public string Name = "?"; public void Dispose() => Log.Lines.Add(Name); }
        {{Log}}
        public static class Program
        {
            public static string Run()
            {
                string result;
                using (var a = new Tenant("a"))
                using (var b = new Tenant("b"))
                    result = $"{a.Cache() == a.Cache()} {a.Cache() == b.Cache()} {a.Cache().Name}{b.Cache().Name}";
                return $"{result}|{Log.All}";
            }
        }
        """)));

    [Fact]
    public void SlotsOfTheUsersContext_EndInReverse_AndTellWhatWentWrong() => Assert.Equal("third,second,first|2|False", StateWorld.Run(StateWorld.With(
        $$"""
        [ModuleState(typeof(Tenant))] public sealed partial class First : IDisposable { public void Dispose() => Log.Lines.Add("first"); }
        [ModuleState(typeof(Tenant))] public sealed partial class Second : IDisposable { Second(Tenant tenant) => tenant.First(); public void Dispose() { Log.Lines.Add("second"); throw new FormatException(); } }
        [ModuleState(typeof(Tenant))] public sealed partial class Third : IDisposable { Third(Tenant tenant) => tenant.Second(); public void Dispose() { Log.Lines.Add("third"); throw new FormatException(); } }
        {{Log}}
        public static class Program
        {
            public static string Run()
            {
                var tenant = new Tenant("a");
                var third = tenant.Third();
                var errors = 0;
                try { tenant.DisposeSlots(); }
                catch (AggregateException error) { errors = error.InnerExceptions.Count; }
                tenant.DisposeSlots();
                return $"{Log.All}|{errors}|{third == tenant.Third()}";
            }
        }
        """)));

    [Fact]
    public void AFactoryThatFailsOrAsksForItself_IsAnErrorOfItsOwn() => Assert.Equal("FormatException InvalidOperationException True", StateWorld.Run(StateWorld.With(
        """
        [ModuleState(typeof(Tenant))] public sealed partial class Once { public static int Made; Once() { if (Made++ == 0) throw new FormatException(); } }
        [ModuleState(typeof(Tenant))] public sealed partial class Own { Own(Tenant tenant) => tenant.Own(); }
        public static class Program
        {
            public static string Run()
            {
                var tenant = new Tenant("a");
                return $"{Name(() => tenant.Once())} {Name(() => tenant.Own())} {tenant.Once() is not null}";
            }
            static string Name(Action action) { try { action(); return ""; } catch (Exception error) { return error.GetType().Name; } }
        }
        """)));

    [Fact]
    public void ManyThreads_MakeItOnce() => Assert.Equal("1", StateWorld.Run(StateWorld.With(
        """
        [ModuleState(typeof(Tenant))] public sealed partial class Cache { public static int Made; Cache() { Thread.Sleep(20); Interlocked.Increment(ref Made); } }
        public static class Program
        {
            public static string Run()
            {
                var tenant = new Tenant("a");
                var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() => tenant.Cache())).ToList();
                threads.ForEach(thread => thread.Start());
                threads.ForEach(thread => thread.Join());
                return $"{Cache.Made}";
            }
        }
        """)));

    [Fact]
    public void AnotherAssembly_UsesTheSlotsThatAreMadeForIt()
    {
        var core = GeneratorTest<StateGenerator>.Run("namespace Core; [ExplicitContext.ContextType(\"host\", HasSlots = true)] public partial class Host { }");
        var project = new TestProject(
            """
            namespace Plugin;
            [ExplicitContext.ModuleState(typeof(Core.Host))] public partial class Cache { public int Hits; }
            public static class Program { public static int Run() { var host = new Core.Host(); host.Cache().Hits++; host.Cache().Hits++; return host.Cache().Hits; } }
            """);
        var run = GeneratorTest<StateGenerator>.Run(project with { References = [.. TestCompilation.References, TestCompilation.ToReference(core.Output)] });

        Assert.Equal(["Plugin.Cache.State.g.cs"], run.Sources.Keys);
        Assert.Contains("public static class CacheAccessor", run.Sources["Plugin.Cache.State.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void OldLanguages_ReadTheSlots()
    {
        TestProject project = "namespace Old { [ExplicitContext.ContextType(\"host\")] public partial class Host { } [ExplicitContext.ModuleState(typeof(Host))] public partial class Cache { } public static class P { public static object M(Host host) { return host.Cache(); } } }";
        GeneratorTest<StateGenerator>.Run(project with { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp6 });
    }

    [Fact]
    public void ATextFile_DeclaresTheContext() => Assert.Equal(2, GeneratorTest<StateGenerator>.Run(
        new TestProject("namespace Old; public partial class Host; [ExplicitContext.ModuleState(typeof(Host))] public partial record @class; public static class P { public static object M(Host host) => host.@class(); }")
            .WithContextFile("T:Old.Host; context; scope=host\n")).Sources.Count);
}
