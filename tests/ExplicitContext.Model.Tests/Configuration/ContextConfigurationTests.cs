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
