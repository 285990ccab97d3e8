using ExplicitContext.Model.StaticState;

namespace ExplicitContext.Model.Tests.StaticState;

public sealed class PlacementTests
{
    [Theory]
    [InlineData("[ThreadStatic] static int X;", StateHome.Thread, Certainty.Certain)]
    [InlineData("static readonly ThreadLocal<int> X = new();", StateHome.Thread, Certainty.Certain)]
    [InlineData("static readonly AsyncLocal<int> X = new();", StateHome.Thread, Certainty.Likely)]
    [InlineData("static string X = \"a\";", StateHome.Process, Certainty.Certain)]
    [InlineData("internal static int[] X = { 1 };", StateHome.Process, Certainty.Likely)]
    [InlineData("static string? X; static string M() => X ??= \"a\";", StateHome.Process, Certainty.Likely)]
    [InlineData("static int X; static int M() => Interlocked.Increment(ref X);", StateHome.Process, Certainty.Guess)]
    [InlineData("static int X; static int M() => ++X;", StateHome.Interpreter, Certainty.Likely)]
    [InlineData("static readonly ConcurrentDictionary<Type, int> X = new(); static int M(Type t) => X.GetOrAdd(t, 1);", StateHome.Process, Certainty.Guess)]
    [InlineData("static readonly Dictionary<string, int> X = new(); static void M() => X[\"a\"] = 1;", StateHome.Interpreter, Certainty.Likely)]
    [InlineData("public static bool X { get; set; }", StateHome.Interpreter, Certainty.Certain)]
    [InlineData("public static event Action? X;", StateHome.Interpreter, Certainty.Likely)]
    [InlineData("static readonly System.Net.Http.HttpClient X = new();", StateHome.Process, Certainty.Likely)]
    [InlineData("static IntPtr X; static void M(IntPtr x) => X = x;", StateHome.Process, Certainty.Guess)]
    [InlineData("static readonly Random X = new();", StateHome.Interpreter, Certainty.Guess)]
    [InlineData("static bool X; static void M() => X = !X;", StateHome.Interpreter, Certainty.Guess)]
    [InlineData("private static readonly C X = new(); private C() { } int state; void M() => state++;", StateHome.Interpreter, Certainty.Likely)]
    public void HomeAndCertainty_FollowFromShapeKindAndUses(string members, StateHome home, Certainty certainty)
    {
        var placement = Statics.Classify(members)!.Placement;

        Assert.Equal((home, certainty), (placement.Home, placement.Certainty));
        Assert.NotEmpty(placement.Reason);
    }

    [Fact]
    public void RegistryKeyedByTypes_BelongsToTheInterpreter_SinceWhatIsRegisteredIsChosen() => Assert.Equal(
        StateHome.Interpreter, Statics.Classify("static readonly Dictionary<Type, int> X = new(); public static void Register(Type t) => X.Add(t, 1); class Registered { }", memberName: "X", typeName: "TypeRegistry")!.Placement.Home);

    [Theory]
    [InlineData("private static readonly C X = new(); private C() { } int state; void M() => state++;", "the one instance holds state: C.state")]
    [InlineData("static readonly Random X = new();", "it holds state: Random.Next")]
    public void Reason_NamesWhatCanChange(string members, string reason) => Assert.Equal(reason, Statics.Classify(members)!.Placement.Reason);

    [Theory]
    [InlineData("static string X = \"a\";", "it may stay, as 'readonly' (certain: only its own type can change it, and does so at the start alone)")]
    [InlineData("public static string X { get; private set; } = \"a\";", "it may stay, without its setter (certain: only its own type can change it, and does so at the start alone)")]
    [InlineData("static string? X; static string M() => X ??= \"a\";", "it may stay, built once in a 'readonly' field (likely: whoever builds it builds the same)")]
    [InlineData("[ThreadStatic] static int X;", "move it into the thread's context (certain: every thread has one of its own)")]
    [InlineData("public static bool X { get; set; }", "move it into the interpreter's context, set when that is created (certain: anyone can set it, for all interpreters at once)")]
    public void Advice_SaysWhatToDo_HowSureThatIs_AndWhy(string members, string advice) => Assert.Equal(advice, Statics.Classify(members)!.Advice());
}
