namespace ExplicitContext.Model.Tests.StaticState;

/// <summary>What looks like state by its type and is none; the shapes are those of code that one meets: syntax trees, interpreters, number tables.</summary>
public sealed class HarmlessTests
{
    private const string Node = """
        class Node { public Node? Parent { get; set; } public void Attach(Node to) => Parent = to; public bool Match(Node other) => Parent == other.Parent; public Node Add(Node child) { child.Parent = this; return this; } }
        class Role { public Role(string name, Node? absent) { this.name = name; this.absent = absent; } readonly string name; readonly Node? absent; public Node? Absent => absent; public override string ToString() => name; }
        class Keyed<T> : Role where T : class { public Keyed(string name, Node? absent) : base(name, absent) { } }
        class Value { int kind; bool frozen; public static Value Of(int kind) => new Value { kind = kind }; public void Set(int to) { if (!frozen) kind = to; } public Value AsReadOnly() { frozen = true; return this; } }
        """;

    [Theory]
    [InlineData("internal static readonly Role X = new Role(\"a\", null);")]
    [InlineData("internal static readonly Role X = new Keyed<string>(\"a\", Absent); static readonly Node Absent = new Node().Add(new Node());")]
    [InlineData("internal static readonly Role X = Other.Of; static class Other { internal static readonly Role Of = new Role(\"a\", new Node()); }")]
    [InlineData("internal static readonly Node X = Other.Of; static class Other { internal static Node Of { get; } = new Node(); }")]
    public void ObjectThatIsBuiltFromConstantsAndOtherStatics_IsNoState(string members) => Assert.NotNull(Statics.WhyHarmless(members, Node));

    [Theory]
    [InlineData("internal static readonly Role X = new Role(\"a\", new Node());")]
    [InlineData("internal static readonly Node X = Made; static Node Made => new Node();")]
    public void ObjectThatIsHandedSomethingThatChanges_IsState(string members) => Assert.NotNull(Statics.Classify(members, Node));

    private const string Table = """
        struct Span { public Span(int from, int to) { From = from; To = to; } public readonly int From, To; }
        class Table { readonly Span[] spans; public Table(Span[] spans = null!) { this.spans = spans; } public bool Has(int x) { foreach (var span in spans) if (span.From <= x) return Any(spans, x); return false; } static bool Any(Span[] all, int x) => all.Length > x; }
        struct Ranges { readonly Span[] spans; public Ranges(Span[] spans) { this.spans = spans; } public bool Has(int x) => spans[0].From <= x; }
        class Changing { readonly Span[] spans; public Changing(Span[] spans) { this.spans = spans; } public void Set(Span to) => spans[0] = to; }
        class Open { public readonly Span[] Spans; public Open(Span[] spans) { Spans = spans; } }
        class Lending { readonly Span[] spans; public Lending(Span[] spans) { this.spans = spans; } public Span[] All() => spans; }
        class Listing { readonly IList<Span> spans; public Listing(IList<Span> spans) { this.spans = spans; } public void Set(Span to) => spans[0] = to; }
        class Primary(Span[] spans) { public void Set(Span to) => spans[0] = to; }
        """;

    [Theory]
    [InlineData("internal static readonly Table X = new Table(spans: new Span[] { new Span(1, 2), new Span(3, 4) });")]
    [InlineData("internal static readonly Table X = new Table(new[] { new Span(1, 2) });")]
    [InlineData("internal static readonly Ranges X = new Ranges(new Span[] { new Span(1, 2) });")]
    [InlineData("readonly struct Found { readonly Changing? held; Found(int number, Changing? held) { Number = number; this.held = held; } public int Number { get; } public static Found Of(Changing held) => new(1, held); internal static readonly Found X = new Found(2, null); public override string ToString() => held + \"\"; }")]
    public void TableThatIsBuiltIntoAnObjectWhichOnlyReadsIt_IsNoState(string members) => Assert.Null(Statics.Classify(members, Table));

    [Theory]
    [InlineData("internal static readonly Changing X = new Changing(new Span[] { new Span(1, 2) });")]
    [InlineData("internal static readonly Open X = new Open(new Span[] { new Span(1, 2) });")]
    [InlineData("internal static readonly Lending X = new Lending(new Span[] { new Span(1, 2) });")]
    [InlineData("internal static readonly Listing X = new Listing(new Span[] { new Span(1, 2) });")]
    [InlineData("internal static readonly Primary X = new Primary(new Span[] { new Span(1, 2) });")]
    [InlineData("internal static readonly Ranges X = new Ranges(Shared); internal static Span[] Shared = { new Span(1, 2) }; static Span[] Made() => Shared; internal static readonly Ranges Y = new Ranges(Made());", "Y")]
    public void TableThatIsChangedOrHandedOutByItsObject_IsState(string members, string name = "X") => Assert.NotNull(Statics.Classify(members, Table, name));

    [Theory]
    [InlineData("private static readonly Node X = new Node().Add(new Node()); static bool M(Node n) => X.Match(n);")]
    [InlineData("private static readonly Node X = new Node(); static bool M(Node n) => X.Parent == n && X != n;")]
    [InlineData("private static readonly Node X = new Node(); static readonly Node whole = new Node().Add(X);")]
    public void PrivateObject_ThatIsOnlyAsked_IsNoState(string members) => Assert.NotNull(Statics.WhyHarmless(members, Node));

    [Theory]
    [InlineData("private static readonly Node X = new Node(); static void M(Node n) => X.Attach(n);")]
    [InlineData("private static readonly Node X = new Node(); static void M(Node n) => X.Parent = n;")]
    [InlineData("private static readonly Node X = new Node(); static Node M() => X;")]
    [InlineData("private static readonly Node X = new Node(); static void M(Node n) => n.Attach(X);")]
    public void PrivateObject_ThatIsChangedOrHandedOut_IsState(string members) => Assert.NotNull(Statics.Classify(members, Node));

    [Theory]
    [InlineData("NoToken")]
    [InlineData("Null")]
    [InlineData("s_NilNode")]
    [InlineData("EMPTY_NODE")]
    [InlineData("EndMarker")]
    public void ObjectThatStandsForNothing_IsNoState(string name) => Assert.NotNull(Statics.WhyHarmless($"public static readonly Node {name} = new Node();", Node, name));

    [Theory]
    [InlineData("Notifier")]
    [InlineData("Nullable")]
    [InlineData("Current")]
    public void ObjectWhoseNameOnlyBeginsSo_IsState(string name) => Assert.Null(Statics.WhyHarmless($"public static readonly Node {name} = new Node();", Node, name));

    [Theory]
    [InlineData("public static Value X { get; } = Value.Of(1).AsReadOnly();")]
    [InlineData("public static readonly Value X; static C() { X = Value.Of(1).AsReadOnly(); }")]
    public void FrozenObject_IsNoState(string members) => Assert.NotNull(Statics.WhyHarmless(members, Node));

    [Theory]
    [InlineData("public static readonly C X = new(1), Y = new(2); int a; C(int a) { Set(a); } void Set(int b) { }", "nothing in its type can change")]
    [InlineData("public static readonly C X = new(), Y = new(); public int Tag; static void M(C c) => c.Tag = 1;", "nothing changes it")]
    public void FixedCasesOfATypeThatNeverChangesItself_AreNoState(string members, string reason) => Assert.Equal(reason, Statics.WhyHarmless(members));

    [Theory]
    [InlineData("internal static readonly string[] X = { \"a\" }; internal static string[] M() => X;")]
    [InlineData("internal static readonly HashSet<Type> X = new() { typeof(int) }; internal static bool M(Type t) => X.Contains(t);")]
    [InlineData("internal static readonly HashSet<int> X = new(); static C() { X.Add(1); }")]
    [InlineData("private static readonly (int, int)[] X = { (1, 2) }; static ref readonly (int, int) M(int i) => ref X[i];")]
    [InlineData("internal static readonly string[][] X = { new[] { \"a\" }, new[] { \"b\" } }; static string M(int i, int j) => X[i][j];")]
    [InlineData("private static readonly Dictionary<Type, Func<object, string>> X = new() { [typeof(int)] = o => \"i\" }; static string M(object o) => X[o.GetType()](o);")]
    [InlineData("private static readonly Fact[] X = { new Fact { Word = \"a\" } }; static string M(int i) => X[i].Word!; class Fact { public string? Word { get; set; } }")]
    public void Table_ThatNothingInTheCompilationChanges_IsNoState(string members) => Assert.NotNull(Statics.WhyHarmless(members));

    [Theory]
    [InlineData("internal static readonly string[] X = { \"a\" }; class Other { static void M() => C.X[0] = \"b\"; }")]
    [InlineData("internal static readonly HashSet<int> X = new() { 1 }; class Other { static void M() => C.X.Add(2); }")]
    [InlineData("internal static readonly string[][] X = { new[] { \"a\" } }; static void M() => X[0][0] = \"b\";")]
    [InlineData("private static readonly Fact[] X = { new Fact { Word = \"a\" } }; static void M() => X[0].Word = \"b\"; class Fact { public string? Word { get; set; } }")]
    [InlineData("private static readonly string[] X = { \"a\" }; static void M(string s) { X[0] = s; }")]
    public void Table_ThatIsChangedAnywhere_IsState(string members) => Assert.NotNull(Statics.Classify(members));

    [Fact]
    public void TableThatOtherAssembliesSee_IsState() =>
        Assert.NotNull(Statics.Classify("public static readonly string[] X = { \"a\" };", typeModifiers: "public"));

    [Theory]
    [InlineData("static readonly System.Text.Json.JsonSerializerOptions X = new() { WriteIndented = true };")]
    [InlineData("static readonly System.Buffers.SearchValues<char> X = System.Buffers.SearchValues.Create(\"ab\");")]
    [InlineData("static readonly System.Globalization.CultureInfo X = System.Globalization.CultureInfo.InvariantCulture;")]
    [InlineData("static readonly System.Threading.Tasks.Task X = System.Threading.Tasks.Task.CompletedTask;")]
    [InlineData("static readonly CancellationToken X = new(true);")]
    [InlineData("static readonly Random X = Random.Shared;")]
    [InlineData("static readonly object X = 1;")]
    [InlineData("static readonly object X = new Mark { On = true }; static object M() => X; class Mark { public bool On; void Set() => On = false; }")]
    [InlineData("static readonly IReadOnlyList<int> X = new List<int> { 1 };")]
    [InlineData("static readonly Func<int, int> X = static n => n + 1;")]
    [InlineData("static readonly FrozenDictionary<string, int> X = new Dictionary<string, int> { [\"a\"] = 1 }.ToFrozenDictionary();")]
    [InlineData("static readonly EqualityComparer<string> X = EqualityComparer<string>.Default;")]
    public void FrameworkTypesThatDoNotChange_AreKnown(string member) => Assert.Null(Statics.Classify(member));

    [Theory]
    [InlineData("static readonly object X = new List<int>();")]
    [InlineData("static readonly StringBuilder X = new();")]
    [InlineData("static readonly MemoryStreamLike X = new(); class MemoryStreamLike : System.IO.MemoryStream { }")]
    public void ObjectThatChangesBehindItsDeclaredType_IsState(string member) => Assert.NotNull(Statics.Classify(member));
}
