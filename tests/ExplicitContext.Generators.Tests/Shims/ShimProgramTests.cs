using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests.Shims;

/// <summary>Rows 86 to 88 of the constructs: a shim calls the explicit member with the ambient and all that it was handed, reading the ambient once, when it is called.</summary>
public class ShimProgramTests
{
    private const string Static = "public static partial class Api";
    private const string Instance = "public partial class Api";

    [Theory]
    [InlineData("[ContextEntry] public static partial int M(int x); internal static int M(Engine engine, int x) => engine.Next() + x; public static string Run() => $\"{M(10)} {M(20)}\";", "11 22|ambient,ambient")]
    [InlineData("[ContextEntry] public static partial void M(); static void M(Engine engine) => engine.Next(); public static string Run() { M(); M(); return $\"{Engine.Current.Depth}\"; }", "2|ambient,ambient,ambient")]
    [InlineData("[ContextEntry] public static partial bool M(ref int a, out string b, in long c, ref readonly short d); static bool M(Engine engine, ref int a, out string b, in long c, ref readonly short d) { a += 1; b = engine.Name + c + d; return true; } public static string Run() { var a = 1; short d = 4; M(ref a, out var b, 3, in d); return a + b; }", "2ambient34|ambient")]
    [InlineData("[ContextEntry] public static partial string M(params string[] all); static string M(Engine engine, params string[] all) => engine.Name + all.Length + string.Concat(all); public static string Run() => M() + M(\"a\", \"b\");", "ambient0ambient2ab|ambient,ambient")]
    [InlineData("[ContextEntry] public static partial string M(params ReadOnlySpan<int> all); static string M(Engine engine, params ReadOnlySpan<int> all) => engine.Name + all.Length; public static string Run() => M(1, 2);", "ambient2|ambient")]
    [InlineData("[ContextEntry] public static partial string M(int x = 5, string? s = null, DayOfWeek d = DayOfWeek.Friday); static string M(Engine engine, int x, string? s, DayOfWeek d) => $\"{x}{s}{d}\"; public static string Run() => M() + M(s: \"s\");", "5Friday5sFriday|ambient,ambient")]
    [InlineData("[ContextEntry] public static partial string M([CallerMemberName] string member = \"\", [CallerLineNumber] int line = 0); static string M(Engine engine, string member, int line) => member + (line > 0); public static string Run() => M();", "RunTrue|ambient")]
    [InlineData("[ContextEntry] public static partial string M([CallerMemberName] string member = \"\"); static string M(Engine engine, [CallerMemberName] string member = \"\") => member; public static string Run() => M();", "Run|ambient")]
    [InlineData("[ContextEntry] public static partial T M<T>(T x, List<T>? all = null) where T : struct, IComparable<T>; static T M<T>(Engine engine, T x, List<T>? all) where T : struct, IComparable<T> => x; public static string Run() => $\"{M(3)}{M<long>(4)}\";", "34|ambient,ambient")]
    [InlineData("[ContextEntry] public static partial string M<T>(); static string M<T>(Engine engine) => typeof(T).Name; public static string Run() => M<int>();", "Int32|ambient")]
    [InlineData("[ContextEntry] public static partial Task<int> MAsync(int x); static async Task<int> MAsync(Engine engine, int x) { await Task.Yield(); return engine.Next() + x; } public static string Run() => $\"{MAsync(1).Result}\";", "2|ambient")]
    [InlineData("[ContextEntry] public static partial IEnumerable<int> M(int n); static IEnumerable<int> M(Engine engine, int n) { for (var i = 0; i < n; i++) yield return engine.Next(); } public static string Run() { var all = M(2); var before = Engine.Current.Depth; return before + string.Join(\",\", all); }", "01,2|ambient,ambient")]
    [InlineData("[ContextEntry] public static partial IAsyncEnumerable<int> M(); static async IAsyncEnumerable<int> M(Engine engine) { await Task.Yield(); yield return engine.Next(); } public static async Task<string> Run() { var s = \"\"; await foreach (var x in M()) s += x; return s; }", "1|ambient")]
    [InlineData("static int slot = 3; [ContextEntry] public static partial ref int M(); static ref int M(Engine engine) => ref slot; public static string Run() { M() = 7; return $\"{slot}\"; }", "7|ambient")]
    [InlineData("static int slot = 3; [ContextEntry] public static partial ref readonly int M(); static ref readonly int M(Engine engine) => ref slot; public static string Run() { ref readonly var r = ref M(); slot = 8; return $\"{r}\"; }", "8|ambient")]
    [InlineData("[ContextEntry] public static partial string M(this string s, int x); static string M(this string s, Engine engine, int x) => s + engine.Name + x; public static string Run() => \"s\".M(1);", "sambient1|ambient")]
    [InlineData("[ContextEntry] public static partial string M(this string s, int x); static string M(Engine engine, string s, int x) => s + engine.Name + x; public static string Run() => \"s\".M(1);", "sambient1|ambient")]
    [InlineData("[ContextEntry] public static partial string M(dynamic x); static string M(Engine engine, dynamic x) => engine.Name + x.Length; public static string Run() => M(\"abc\");", "ambient3|ambient")]
    [InlineData("[ContextEntry] public static partial int M(int @class, int M, int Engine); static int M(Engine engine, int @class, int M, int Engine) => @class + M + Engine; public static string Run() => $\"{M(1, 2, 3)}\";", "6|ambient")]
    [InlineData("[ContextEntry] public static unsafe partial int M(int* p); static unsafe int M(Engine engine, int* p) => *p; public static unsafe string Run() { var x = 9; return $\"{M(&x)}\"; }", "9|ambient")]
    [InlineData("[ContextEntry] public static partial string M(object x); static string M(Engine engine, object x) => \"right\"; static string M(object engine, object x) => \"wrong\"; static string M(Engine engine, string x) => \"wrong too\"; public static string Run() => M(\"\");", "right|ambient")]
    [InlineData("[ContextEntry] public static partial string M(params object[] all); static string M(Engine engine, params object[] all) => $\"{all.Length}\"; public static string Run() => M(1, 2);", "2|ambient")]
    [InlineData("[ContextEntry] public static partial (int A, string B) M((int X, int Y) p); static (int A, string B) M(Engine engine, (int X, int Y) p) => (p.X, engine.Name); public static string Run() => M((1, 2)).B;", "ambient|ambient")]
    [InlineData("[ContextEntry] public static partial int Limit { get; set; } static int GetLimit(Engine engine) => engine.Depth; static void SetLimit(Engine engine, int value) => engine.Depth = value; public static string Run() { Limit = 4; Limit++; return $\"{Limit}\"; }", "5|ambient,ambient,ambient,ambient")]
    [InlineData("[ContextEntry] public static partial string Name { get; } static string GetName(Engine engine) => engine.Name; public static string Run() => Name;", "ambient|ambient")]
    [InlineData("static int slot; [ContextEntry] public static partial ref int Slot { get; } static ref int GetSlot(Engine engine) => ref slot; public static string Run() { Slot = 6; return $\"{slot}\"; }", "6|ambient")]
    [InlineData("[ContextEntry] public static partial int Limit { get; private set; } static int GetLimit(Engine engine) => engine.Depth; static void SetLimit(Engine engine, int value) => engine.Depth = value; public static string Run() { Limit = 4; return $\"{Limit}\"; }", "4|ambient,ambient")]
    public void StaticMembers_ForwardEverything(string members, string expected) => Assert.Equal(expected, ShimWorld.Run<ShimGenerator>(ShimWorld.Members(members, Static)));

    [Theory]
    [InlineData("int own = 5; [ContextEntry] public partial int M(int x); private int M(Engine engine, int x) => engine.Next() + own + x; public static string Run() => $\"{new Api().M(1)}\";", "7|ambient")]
    [InlineData("[ContextEntry] public virtual partial string M(); protected virtual string M(Engine engine) => \"base\"; class Derived : Api { protected override string M(Engine engine) => \"derived\"; } public static string Run() => new Derived().M();", "derived|ambient")]
    [InlineData("[ContextEntry] public override partial string ToString(); private string ToString(Engine engine) => engine.Name; public static string Run() => new Api().ToString();", "ambient|ambient")]
    [InlineData("int own = 2; [ContextEntry] public partial int this[int i, string s = \"d\"] { get; set; } int GetItem(Engine engine, int i, string s) => own + i; void SetItem(Engine engine, int i, string s, int value) => own = value; public static string Run() { var a = new Api(); a[1] = 9; return $\"{a[1]}\"; }", "10|ambient,ambient")]
    [InlineData("int own = 2; [ContextEntry] public partial int this[int i] { get; set; } int this[Engine engine, int i] { get => own + i; set => own = value; } public static string Run() { var a = new Api(); a[1] = 9; return $\"{a[1]}\"; }", "10|ambient,ambient")]
    [InlineData("int own = 2; [ContextEntry] public partial ref int this[string engine] { get; } ref int this[Engine e, string s] => ref own; public static string Run() { var a = new Api(); a[\"\"] = 9; return $\"{a.own}\"; }", "9|ambient")]
    [InlineData("[ContextEntry, System.Runtime.CompilerServices.IndexerName(\"Cell\")] public partial int this[int i] { get; } int GetCell(Engine engine, int i) => i; public static string Run() => $\"{new Api()[3]}\";", "3|ambient")]
    [InlineData("int own; [ContextEntry] public partial int P { get; init; } int GetP(Engine engine) => own; void SetP(Engine engine, int value) => own = value; public static string Run() => $\"{new Api { P = 4 }.P}\";", "4|ambient,ambient")]
    [InlineData("[ContextEntry] public partial int M(int M); int M(Engine engine, int M) => M; public static string Run() => $\"{new Api().M(3)}\";", "3|ambient")]
    public void InstanceMembers_ForwardEverything(string members, string expected) => Assert.Equal(expected, ShimWorld.Run<ShimGenerator>(ShimWorld.Members(members, Instance)));

    [Theory]
    [InlineData("readonly string name; [ContextEntry] public partial Api(int x = 4); Api(Engine engine, int x) => name = engine.Name + x; public static string Run() => new Api().name;", "ambient4|ambient")]
    [InlineData("static Action? all; [ContextEntry] public static partial event Action Done; static void AddDone(Engine engine, Action value) => all += value; static void RemoveDone(Engine engine, Action value) => all -= value; public static string Run() { var n = 0; Action a = () => n++; Done += a; all!(); Done -= a; return $\"{n}{all is null}\"; }", "1True|ambient,ambient")]
    public void ConstructorsAndEvents_ForwardEverything(string members, string expected)
    {
        if (!TestCompilation.SupportsCSharp14) return;
        Assert.Equal(expected, ShimWorld.Run<ShimGenerator>(ShimWorld.Members(members, Instance)));
    }

    [Theory]
    [InlineData("public partial struct Api { [ContextEntry] public readonly partial int M(); readonly int M(Engine engine) => engine.Next(); public static string Run() => $\"{new Api().M()}\"; }", "1|ambient")]
    [InlineData("public partial record Api(int X) { [ContextEntry] public partial int M(); int M(Engine engine) => engine.Next() + X; public static string Run() => $\"{new Api(2).M()}\"; }", "3|ambient")]
    [InlineData("public partial record struct Api(int X) { [ContextEntry] public partial int M(); int M(Engine engine) => X; public static string Run() => $\"{new Api(2).M()}\"; }", "2|ambient")]
    [InlineData("public static partial class Api { public partial class In<T> where T : class { [ContextEntry] public static partial string M(T x); static string M(Engine engine, T x) => typeof(T).Name; } public static string Run() => In<string>.M(\"\"); }", "String|ambient")]
    [InlineData("public partial interface IApi { [ContextEntry] public static partial int M(); static int M(Engine engine) => engine.Next(); } public static class Api { public static string Run() => $\"{IApi.M()}\"; }", "1|ambient")]
    [InlineData("public static unsafe partial class Api { [ContextEntry] public static partial int M(int* p); static int M(Engine engine, int* p) => *p; public static string Run() { var x = 9; return $\"{M(&x)}\"; } }", "9|ambient")]
    [InlineData("public static partial class Api { [ContextEntry] public static partial int M(); public static string Run() => $\"{M()}{N()}\"; } public static partial class Api { static int M(Engine engine) => 1; [ContextEntry] public static partial int N(); static int N(Engine engine) => 2; }", "12|ambient,ambient")]
    public void AnyKindOfType_CanHoldThem(string code, string expected) => Assert.Equal(expected, ShimWorld.Run<ShimGenerator>(ShimWorld.File(code)));
}
