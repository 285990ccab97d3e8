using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests;

/// <summary>Who holds a context needs no overload. What an object holds may be declared far from what its members do.</summary>
public class HeldContextStalenessTests
{
    private const string User = """
        using ExplicitContext;
        namespace Sample;
        internal partial class User
        {
            [PassContext] public static int M(Holder holder) => holder.Use() + 1;
            [PassContext] public static int Given(Host host) => Plain(2);
            [PassContext] public static int Led(Led led) => led.Use() + Make().Root();
            private static Roots Make() => new();
            private static int Plain(int x) => x + Engine.Current.Depth;
        }
        internal partial class Holder : Above { public int Use() => Engine.Current.Depth; }
        internal partial class Led { public int Use() => Engine.Current.Depth; }
        internal partial class Roots { public int Root() => Engine.Current.Depth; }
        """;

    [Theory]
    [InlineData("Part", "private int apart;", "private readonly Engine apart = null!;")]
    [InlineData("Part", "private int apart;", "public Engine Apart { get; } = null!;")]
    [InlineData("Part", "private Engine most;", "private readonly Engine most;")]
    [InlineData("Above", "private int apart;", "protected readonly Engine apart = null!;")]
    [InlineData("Above", "private int apart;", "protected readonly Lower apart = null!;")]
    [InlineData("Host", "private int apart;", "public Engine Apart { get; } = null!;")]
    [InlineData("Lead", "internal class Lead", "[ExplicitContext.ContextType(\"lead\", ParameterName = \"lead\")] internal class Lead")]
    [InlineData("Roots", "internal partial class", "[ExplicitContext.ContextEntry] internal partial class")]
    public void DeclarationOfWhatHolds_LeavesNothingStale(string file, string old, string edited) => SourceEdit.AssertNothingStale(Compilation(), new SourceEdit(file, old, edited));

    [Theory]
    [InlineData("get => null!;", "get => field;")]
    [InlineData("get => field;", "get => null!;")]
    public void PropertyThatStoresOrNot_LeavesNothingStale(string old, string edited)
    {
        if (TestCompilation.SupportsCSharp14)
            SourceEdit.AssertNothingStale(new SourceEdit("Part", "private int apart;", $"public Engine Apart {{ {old} }}").In(Compilation()), new SourceEdit("Part", old, edited));
    }

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compilation() => TestCompilation.Create(
        AmbientEngine.Source,
        new CSharpSource(User, "User.cs"),
        new CSharpSource("namespace Sample; internal partial class Holder { private int apart; private Engine most; }", "Part.cs"),
        new CSharpSource("namespace Sample; internal class Lead { public Engine Engine { get; } = null!; }", "Lead.cs"),
        new CSharpSource("namespace Sample; internal partial class Led { private readonly Lead lead = null!; }", "LedPart.cs"),
        new CSharpSource("namespace Sample; internal partial class Roots { private int apart; }", "Roots.cs"),
        new CSharpSource("namespace Sample; internal class Lower() : Engine(\"\"); internal class Above { private int apart; }", "Above.cs"),
        new CSharpSource("namespace Sample; [ExplicitContext.ContextType(\"host\", ParameterName = \"host\")] internal partial class Host { private int apart; }", "Host.cs"));
}
