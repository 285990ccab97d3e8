using ExplicitContext.Model.Baseline;

namespace ExplicitContext.Model.Tests.Baseline;

public sealed class BaselineFileTests
{
    private static readonly BaselineKey Read = new("ECTX1002", "M:Game.Map.Draw(System.Int32)", "P:Game.Engine.Current");

    [Fact]
    public void Line_IsRuleMemberAndSymbol() =>
        Assert.Equal([new(Read, 1, 0)], BaselineFile.Parse("ECTX1002 M:Game.Map.Draw(System.Int32) P:Game.Engine.Current\n").Entries);

    [Fact]
    public void Count_StandsBehind() => Assert.Equal([new(Read, 12, 0)], BaselineFile.Parse($"{Read} 12").Entries);

    [Fact]
    public void SubjectThatIsTheMember_IsLeftOut()
    {
        var file = BaselineFile.Parse("ECTX1004 F:Game.Cache.Store\nECTX1004 F:Game.Cache.Other 2\n");

        Assert.Equal([new(new("ECTX1004", "F:Game.Cache.Store", ""), 1, 0), new(new("ECTX1004", "F:Game.Cache.Other", ""), 2, 1)], file.Entries);
        Assert.All(file.Entries, entry => Assert.True(entry.Key.IsOfDeclaration));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("@parameter#0", true)]
    [InlineData("parameter#0", false)]
    [InlineData("P:Game.Engine.Current", false)]
    public void Subject_TellsDeclarationFromBody(string subject, bool ofDeclaration) =>
        Assert.Equal(ofDeclaration, new BaselineKey("ECTX2009", "M:C.M", subject).IsOfDeclaration);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("   \t\n")]
    [InlineData("\uFEFF")]
    public void EmptyText_RecordsNothing(string text)
    {
        var file = BaselineFile.Parse(text);

        Assert.Empty(file.Entries);
        Assert.Empty(file.Problems);
        Assert.Equal(Debt.None, file.ToDebt());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void LineEnds_MakeNoDifference(string end) => Assert.Equal(
        [new(new("ECTX1001", "M:A", "P:B"), 1, 0), new(new("ECTX1002", "M:A", "P:B"), 2, 2)],
        BaselineFile.Parse($"ECTX1001 M:A P:B{end}{end}ECTX1002 M:A P:B 2{end}").Entries);

    [Theory]
    [InlineData(" ECTX1001  M:A\tP:B ")]
    [InlineData("\uFEFFECTX1001 M:A P:B")]
    public void WhiteSpaceAroundFieldsAndAByteOrderMark_AreOfNoMeaning(string text) =>
        Assert.Equal(new("ECTX1001", "M:A", "P:B"), Assert.Single(BaselineFile.Parse(text).Entries.Items).Key);

    [Theory]
    [InlineData("# debt of the old renderer", "is a comment")]
    [InlineData("<<<<<<< HEAD", "merge was left unfinished")]
    [InlineData("=======", "merge was left unfinished")]
    [InlineData(">>>>>>> other", "merge was left unfinished")]
    [InlineData("ECTX1002", "records nothing")]
    [InlineData("ECTX1002 M:A P:B P:C", "records nothing")]
    [InlineData("ECTX1002 M:A P:B P:C 2", "records nothing")]
    [InlineData("CA1001 M:A P:B", "'CA1001' is no rule")]
    [InlineData("ECTX10O2 M:A P:B", "'ECTX10O2' is no rule")]
    [InlineData("ectx1002 M:A P:B", "'ectx1002' is no rule")]
    [InlineData("ECTX1002 M:A P:B 1", "'1' is no count")]
    [InlineData("ECTX1002 M:A P:B 0", "'0' is no count")]
    [InlineData("ECTX1002 M:A P:B 99999999999", "'99999999999' is no count")]
    [InlineData("ECTX1002 M:A P:B -2", "records nothing")]
    public void LineThatRecordsNothing_IsAProblemAtItsLine(string line, string part)
    {
        var file = BaselineFile.Parse($"ECTX1001 M:A P:B\n{line}\nECTX1001 M:C P:B\n");

        var problem = Assert.Single(file.Problems.Items);
        Assert.Equal(1, problem.Line);
        Assert.Contains(part, problem.Message);
        Assert.EndsWith(".", problem.Message);
        Assert.Equal([0, 2], file.Entries.Items.Select(entry => entry.Line));
    }

    [Fact]
    public void KeyThatIsRecordedTwice_CountsOnce_AndIsAProblem()
    {
        var file = BaselineFile.Parse($"{Read}\n\n{Read} 3\n");

        Assert.Equal(1, file.ToDebt()[Read]);
        Assert.Equal((2, $"'{Read}' is recorded on line 1 already, and this line is passed over. Keep one of the two."), (Assert.Single(file.Problems.Items).Line, file.Problems[0].Message));
    }

    [Fact]
    public void Files_AreEqualByValue() => Assert.Equal(BaselineFile.Parse($"{Read} 2\nnothing"), BaselineFile.Parse($"{Read} 2\nnothing"));

    [Theory]
    [InlineData("/src/Game/ExplicitContext.Baseline.txt", true)]
    [InlineData("ExplicitContext.Baseline.txt", true)]
    [InlineData("explicitcontext.baseline.TXT", true)]
    [InlineData("ExplicitContext.txt", false)]
    [InlineData("ExplicitContext.Baseline.old.txt", false)]
    [InlineData("Other.ExplicitContext.Baseline.txt", false)]
    public void FileName_TellsABaseline(string path, bool isBaseline) => Assert.Equal(isBaseline, BaselineFile.IsMatch(path));
}
