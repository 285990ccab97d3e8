using ExplicitContext.Model.Configuration;

namespace ExplicitContext.Model.Tests.Configuration;

public class ContextConfigurationTests
{
    [Theory]
    [InlineData("P:A.B.C", EntryKind.Ambient)]
    [InlineData("F:A.B.C", EntryKind.Ambient)]
    [InlineData("M:A.B.C(System.Int32)", EntryKind.Ambient)]
    [InlineData("M:A.B.#ctor; entry", EntryKind.Entry)]
    [InlineData("T:A.B", EntryKind.Context)]
    [InlineData("T:A.B; carrier", EntryKind.Carrier)]
    [InlineData("T:A.B; PASS", EntryKind.Pass)]
    [InlineData("  P:A.B.C ; ambient ;  # why", EntryKind.Ambient)]
    [InlineData("M:A.B.#ctor(System.String); message=none # why", EntryKind.Ambient)]
    [InlineData("F:A.B.C; audited; owner=core; reason=cache; until=2030-01-01", EntryKind.Audited)]
    public void Line_DeclaresWhatItsIdAndWordSay(string line, EntryKind kind)
    {
        var configuration = Parse(line);

        Assert.Empty(configuration.Problems);
        Assert.Equal(kind, Assert.Single(configuration.Entries).Kind);
    }

    [Fact]
    public void Keys_AreRead()
    {
        var entries = Parse("P:A.B.C; replaced-by = engine.Options\r\nT:A.B; scope=request; parameter = request").Entries;

        Assert.Equal("engine.Options", entries[0].ReplacedBy);
        Assert.Equal(("request", "request", 1), (entries[1].Scope, entries[1].ParameterName, entries[1].Line));
    }

    [Theory]
    [InlineData("none", Level.None)]
    [InlineData("Inventory", Level.Inventory)]
    [InlineData("warn", Level.Warn)]
    [InlineData("enforce", Level.Enforce)]
    public void Severity_IsALevelOrNone(string word, Level level) =>
        Assert.Equal(level, Assert.Single(Parse($"P:A.B.C; severity={word}").Entries).Level);

    [Theory]
    [InlineData("message=Use the other", "Use the other")]
    [InlineData("message = \"Use x; not #y # z\" # comment", "Use x; not #y # z")]
    [InlineData("message=a=b # comment", "a=b")]
    [InlineData("message=say \"a;b\" twice", "say \"a;b\" twice")]
    public void Message_MayHoldWhatEndsAValue_BetweenQuotes(string option, string message) =>
        Assert.Equal(message, Assert.Single(Parse("P:A.B.C; " + option).Entries).Message);

    [Fact]
    public void ReplacedBy_KeepsTheQuotesOfItsCode() =>
        Assert.Equal("engine.Get(\"a;b\")", Assert.Single(Parse("P:A.B.C; replaced-by=engine.Get(\"a;b\")").Entries).ReplacedBy);

    [Fact]
    public void Audit_HasItsParts() => Assert.Equal(
        new Audit("core team", "one cache; for all", "2030-01-01"),
        Assert.Single(Parse("F:A.B.C; audited; owner = core team; reason = \"one cache; for all\"; until=2030-01-01").Entries).Audit);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("# P:A.B.C")]
    [InlineData("\t# only a comment")]
    public void EmptyLineOrComment_SaysNothing(string line)
    {
        var configuration = Parse(line);

        Assert.Empty(configuration.Entries);
        Assert.Empty(configuration.Problems);
    }

    [Theory]
    [InlineData("A.B.C", 0, 5, "not a documentation ID")]
    [InlineData("  X:A.B", 2, 5, "not a documentation ID")]
    [InlineData("P:A B", 0, 5, "not a documentation ID")]
    [InlineData("P:A.B.C; singleton", 9, 9, "'singleton' says nothing here")]
    [InlineData("T:A.B; name=x", 7, 6, "not an option with a value")]
    [InlineData("T:A.B; scope=", 7, 6, "not an option with a value")]
    [InlineData("T:A.B; ambient", 0, 5, "is a type")]
    [InlineData("P:A.B.C; context", 0, 7, "is a member")]
    [InlineData("T:A.B; replaced-by=x", 0, 5, "'replaced-by' belongs to an ambient accessor")]
    [InlineData("P:A.B.C; scope=x", 0, 7, "'scope' and 'parameter' belong to a context type")]
    [InlineData("!", 1, 1, "not a documentation ID")]
    [InlineData("P:A.B.C; severity=loud", 9, 13, "'loud' is no severity")]
    [InlineData("P:A.B.C; severity=", 9, 9, "not an option with a value")]
    [InlineData("P:A.B.C; message=\"\"", 9, 10, "not an option with a value")]
    [InlineData("P:A.B.C; message=\"open # end  ", 17, 11, "does not end")]
    [InlineData("T:A.B; severity=none", 0, 5, "'severity' and 'message' belong to an ambient accessor")]
    [InlineData("M:A.B.C; entry; message=x", 0, 7, "'severity' and 'message' belong to an ambient accessor")]
    [InlineData("P:A.B.C; owner=x", 0, 7, "belong to an audit")]
    [InlineData("T:A.B; audited", 0, 5, "stores nothing")]
    [InlineData("M:A.B.C; audited", 0, 7, "stores nothing")]
    public void MalformedLine_IsAProblemAtItsPlace(string line, int column, int length, string message)
    {
        var configuration = Parse("# first\n" + line);

        Assert.Empty(configuration.Entries);
        var problem = Assert.Single(configuration.Problems);
        Assert.Equal((ConfigurationProblemKind.Malformed, 1, column, length), (problem.Kind, problem.Line, problem.Column, problem.Length));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Result_DoesNotDependOnTheOrderOfTheFiles()
    {
        ConfigurationFile[] files = [new("b.txt", "P:A.B.C"), new("a.txt", "T:A.B")];

        Assert.Equal(ContextConfiguration.Parse(files), ContextConfiguration.Parse(files.Reverse()));
    }

    [Fact]
    public void Files_AreReadFromPacksToTheInnermostFolder()
    {
        string[] inOrder =
        [
            "/home/me/.nuget/packages/acme/1.0.0/buildTransitive/ExplicitContext.Acme.txt",
            "/home/me/.nuget/packages/explicitcontext/1.0.0/buildTransitive/packs/ExplicitContext.Pack.clock.txt",
            "/repo/App/ExplicitContext.Pack.mine.txt",
            "/repo/ExplicitContext.txt",
            "/repo/App/ExplicitContext.Http.txt",
            "/repo/App/ExplicitContext.txt",
        ];

        Assert.Equal(inOrder, ConfigurationFile.InOrder(inOrder.Reverse().Select(path => new ConfigurationFile(path, ""))).Select(file => file.Path));
    }

    [Theory]
    [InlineData("/x/ExplicitContext.Pack.clock.txt", true)]
    [InlineData(@"C:\packages\acme\BuildTransitive\net8.0\ExplicitContext.Acme.txt", true)]
    [InlineData("/x/build/ExplicitContext.txt", false)]
    [InlineData("/x/ExplicitContext.Packs.txt", false)]
    public void Pack_IsKnownByItsNameOrPlace(string path, bool isPack) => Assert.Equal(isPack, ConfigurationFile.IsPack(path));

    [Theory]
    [InlineData("ExplicitContext.txt", true)]
    [InlineData("/x/ExplicitContext.Http.txt", true)]
    [InlineData("explicitcontext.TXT", true)]
    [InlineData("ExplicitContext.Baseline.txt", false)]
    [InlineData("Other.txt", false)]
    [InlineData("ExplicitContext.json", false)]
    public void File_IsOursByItsName(string path, bool isOurs) => Assert.Equal(isOurs, ConfigurationFile.IsMatch(path));

    private static ContextConfiguration Parse(string text) => ContextConfiguration.Parse([new("ExplicitContext.txt", text)]);
}
