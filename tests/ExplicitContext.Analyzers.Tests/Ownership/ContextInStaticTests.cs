using ExplicitContext.Analyzers.Ownership;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Ownership;

public class ContextInStaticTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Collections.Concurrent; using System.Threading; using System.Threading.Tasks; using ExplicitContext;\n";

    [Theory]
    [InlineData("static Engine? [|engine|];")]
    [InlineData("static readonly Engine [|Shared|] = new();")]
    [InlineData("public static Engine? [|Shared|] { get; set; }")]
    [InlineData("static readonly List<Engine> [|all|] = [];")]
    [InlineData("static readonly ConcurrentDictionary<string, Engine> [|byName|] = new();")]
    [InlineData("static Engine[] [|all|] = [];")]
    [InlineData("static readonly Lazy<Engine> [|lazy|] = new(() => new Engine());")]
    [InlineData("static readonly AsyncLocal<Session?> [|current|] = new();")]
    [InlineData("[ThreadStatic] static Session? [|current|];")]
    [InlineData("static (string, Engine) [|pair|];")]
    [InlineData("static Task<Engine>? [|starting|];")]
    [InlineData("static Carrier? [|carrier|];")]
    public Task AStaticOfAContextsType_Triggers(string member) => Verify($"partial class C {{ {member} }}");

    [Theory]
    [InlineData("void M(Engine engine) => any = [|engine|];")]
    [InlineData("void M(Engine engine) => any ??= [|engine|];")]
    [InlineData("void M(Session session) => any = [|session.Engine|];")]
    [InlineData("void M(Engine engine) => any = [|new[] { engine }|];")]
    [InlineData("void M(Engine engine) => any = [|(1, engine)|];")]
    [InlineData("void M(Engine engine) => any = [|new Carrier(engine)|];")]
    [InlineData("void M(Engine engine) => any = [|new Plain(engine)|];")]
    [InlineData("void M(Engine engine) => later = [|() => engine.Touch()|];")]
    [InlineData("void M(Engine engine) => later = [|delegate { engine.Touch(); }|];")]
    [InlineData("void M(Engine engine) => later = [|engine.Touch|];")]
    [InlineData("void M(Engine engine) { Action own = () => engine.Touch(); later = [|own|]; }")]
    [InlineData("void M(Engine engine) => later += [|() => engine.Touch()|];")]
    [InlineData("void M(Engine engine) => Happened += [|() => engine.Touch()|];")]
    [InlineData("void M(Engine engine) => objects.Add([|engine|]);")]
    [InlineData("void M(Engine engine) => byName[\"a\"] = [|engine|];")]
    [InlineData("static readonly ConcurrentDictionary<string, object> made = new(); void M(Engine engine) => made.GetOrAdd(\"a\", _ => [|new Plain(engine)|]);")]
    [InlineData("void M(Engine engine) => byName.Add(\"a\", [|engine|]);")]
    [InlineData("void M<T>(T engine) where T : class, ISource => any = [|engine|];")]
    [InlineData("async Task M(Engine engine) { await Task.Yield(); any = [|engine|]; }")]
    [InlineData("Action M(Engine engine) => () => any = [|engine|];")]
    [InlineData("static void M() { static void Local(Engine engine) => any = [|engine|]; }")]
    [InlineData("partial void P(Engine e); partial void P(Engine e) { any = [|e|]; }")]
    public Task AContextPutIntoAStatic_Triggers(string member) => Verify(Statics(member));

    [Fact]
    public Task TheMessage_SaysWhatToDo() => AnalyzerTest<ContextInStaticAnalyzer>.VerifyAsync(
        EngineProject.With(Usings + "class C { static Engine? [|engine|]; }"),
        null,
        "'C.engine' is static and keeps 'Engine' for the whole process: hand it on instead, or mark the member [AmbientAccessor], or [AuditedStatic] where it must be");

    [Theory]
    [InlineData("[AmbientAccessor] public static Engine? Current { get; set; }")]
    [InlineData("static Engine? current; [AmbientAccessor] public static Engine? Current => current; static void Set(Engine e) => current = e;")]
    [InlineData("static readonly AsyncLocal<Engine?> current = new(); [AmbientAccessor] public static Engine? Current => current.Value;")]
    [InlineData("[ThreadStatic] static Engine? current; [AmbientAccessor] public static Engine? Current { get => current; set => current = value; }")]
    [InlineData("static object? current; [AmbientAccessor] public static Engine? Current { get => (Engine?)current; set => current = value; }")]
    [InlineData("[AuditedStatic(Owner = \"me\", Reason = \"one device\", Until = \"2099-12-31\")] static Engine? device;")]
    [InlineData("static Func<Engine>? factory; static Action<Engine>? visitor;")]
    [InlineData("static Engine Make() => new(); static Engine Computed => new();")]
    [InlineData("static WeakReference<Engine>? weak; static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Engine, object> extras = new();")]
    [InlineData("Engine? own; void M(Engine engine) => own = engine;")]
    [InlineData("static object? any; static string? name; void M(Engine engine) { any = null; any = engine.Options; name = engine.ToString(); any = new object(); }")]
    [InlineData("static Action? later; void M(Engine engine) { later = () => { }; later = null; later = () => { var own = new Engine(); own.Touch(); }; }")]
    [InlineData("static event Action? Happened; void M(Engine engine) { Happened -= engine.Touch; Happened?.Invoke(); }")]
    [InlineData("static readonly ConcurrentDictionary<string, string> texts = new(); void M(Engine engine) => texts.GetOrAdd(\"a\", _ => engine.ToString()!);")]
    [InlineData("static readonly List<string> names = []; void M(Engine engine) => names.Add(engine.ToString()!);")]
    [InlineData("static object? any; void M(object value) => any = value;")]
    [InlineData("static object? any; void M(Engine engine) => any = Describe(engine); static object Describe(Engine engine) => engine.Seed;")]
    public Task AccessorsAndAuditedStatics_AndWhatKeepsNone_DoNotTrigger(string member) => Verify($"partial class C {{ {member} }}");

    [Fact]
    public Task WithoutAContextType_NothingIsReported() => AnalyzerTest<ContextInStaticAnalyzer>.VerifyAsync("class Engine { static Engine? current; void M() => current = this; }");

    private static string Statics(string member) =>
        $$"""
        partial class C
        {
            static object? any;
            static Action? later;
            static event Action? Happened;
            static readonly List<object> objects = [];
            static readonly Dictionary<string, object> byName = [];
            static void Raise() => Happened?.Invoke();
            {{member}}
        }
        [ContextType("source")] public interface ISource { }
        class Plain(Engine engine) { readonly Engine engine = engine; }
        """;

    private static Task Verify(string source) => AnalyzerTest<ContextInStaticAnalyzer>.VerifyAsync(EngineProject.With(
        Usings + source + "\n[ContextCarrier] sealed class Carrier(Engine engine) { readonly Engine engine = engine; }"));
}
