using ExplicitContext.Model.Baseline;

namespace ExplicitContext.Model.Tests.Baseline;

public sealed class DebtTests
{
    [Fact]
    public void Format_SortsOrdinally_OneEntryALine_WithCountsAboveOneOnly() => Assert.Equal(
        "ECTX1001 M:a P:X\nECTX1002 M:B P:X 2\nECTX1002 M:B P:x\nECTX1002 M:B.C P:X\nECTX1002 M:a P:X\nECTX1004 F:B.f\n",
        Debt.Of([Key("ECTX1004", "F:B.f", ""), Key("ECTX1002", "M:a"), Key("ECTX1002", "M:B"), Key("ECTX1002", "M:B.C"), Key("ECTX1002", "M:B", "P:x"), Key("ECTX1001", "M:a"), Key("ECTX1002", "M:B")]).Format());

    [Fact]
    public void Format_OrderIsThatOfTheLines()
    {
        var lines = Some(200).Format().TrimEnd('\n').Split('\n');

        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        Assert.DoesNotContain('\r', Some(200).Format());
    }

    [Fact]
    public void FormatAndParse_GiveTheSameDebt()
    {
        var debt = Some(200);

        Assert.Equal(debt, BaselineFile.Parse(debt.Format()).ToDebt());
        Assert.Equal(debt.Format(), BaselineFile.Parse(debt.Format()).ToDebt().Format());
    }

    [Fact]
    public void OrderOfFindings_MakesNoDifference()
    {
        BaselineKey[] findings = [Key("ECTX1002", "M:A"), Key("ECTX1002", "M:B"), Key("ECTX1002", "M:A")];

        Assert.Equal(Debt.Of(findings), Debt.Of(findings.Reverse()));
        Assert.Equal(Debt.Of(findings).GetHashCode(), Debt.Of(findings.Reverse()).GetHashCode());
        Assert.NotEqual(Debt.Of(findings), Debt.Of(findings.Skip(1)));
    }

    [Fact]
    public void NoDebt_IsAnEmptyFile() => Assert.Equal("", Debt.None.Format());

    [Theory]
    [InlineData("A", "A", "A")]
    [InlineData("A B", "A", "A")]
    [InlineData("A", "A B", "A")]
    [InlineData("AAA", "A", "A")]
    [InlineData("A", "AAA", "A")]
    [InlineData("AAB", "ABB", "AB")]
    [InlineData("A", "", "")]
    [InlineData("", "A", "")]
    public void Pruning_RemovesAndNeverAdds(string recorded, string found, string left) => Assert.Equal(Of(left), Of(recorded).PrunedTo(Of(found)));

    [Fact]
    public void PruningTwice_ChangesNothing() => Assert.Equal(Of("AB").PrunedTo(Of("A")), Of("AB").PrunedTo(Of("A")).PrunedTo(Of("A")));

    [Theory]
    [InlineData("AAB", "AC", "AB")]
    [InlineData("A", "A", "")]
    [InlineData("", "A", "")]
    public void Minus_IsWhatTheOtherLacks(string one, string other, string left) => Assert.Equal(Of(left), Of(one).Minus(Of(other)));

    [Fact]
    public void Union_CountsWhatFrameworksShareOnce() => Assert.Equal(Of("AABC"), Debt.Union([Of("AAB"), Of("AC"), Of("")]));

    [Theory]
    [InlineData("AB", "A", "B", "")]
    [InlineData("ABC", "AB", "BC", "B")]
    [InlineData("A", "A", "A", "A")]
    [InlineData("A", "AB", "AC", "ABC")]
    [InlineData("A", "AB", "AB", "AB")]
    [InlineData("A", "", "A", "")]
    [InlineData("A", "A", "", "")]
    [InlineData("A", "", "", "")]
    [InlineData("AAA", "AA", "A", "A")]
    [InlineData("AAA", "AA", "AA", "AA")]
    [InlineData("AA", "AAA", "A", "A")]
    [InlineData("AA", "AA", "AAAA", "AAAA")]
    [InlineData("", "A", "AA", "A")]
    [InlineData("A", "B", "AC", "BC")]
    public void Merging_TakesEachSidesChange_AndTheStricterWhereBothChangedOne(string before, string ours, string theirs, string merged)
    {
        Assert.Equal(Of(merged), Debt.Merge(Of(before), Of(ours), Of(theirs)));
        Assert.Equal(Of(merged), Debt.Merge(Of(before), Of(theirs), Of(ours)));
    }

    [Fact]
    public void Merging_NeverHoldsMoreThanOneOfTheSides()
    {
        var random = new Random(20250101);
        for (var round = 0; round < 500; round++)
        {
            var (before, ours, theirs) = (Any(), Any(), Any());
            var merged = Debt.Merge(before, ours, theirs);
            Assert.All(merged.Counts, count => Assert.InRange(count.Value, 1, Math.Max(ours[count.Key], theirs[count.Key])));
            Assert.Equal(ours, Debt.Merge(before, ours, before));
            Assert.Equal(ours, Debt.Merge(before, ours, ours));
        }

        Debt Any() => Of(string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => "ABCD"[random.Next(4)])));
    }

    [Fact]
    public void ThousandsOfEntries_AreReadPrunedAndWrittenAtOnce()
    {
        var text = Some(20_000).Format();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var recorded = BaselineFile.Parse(text).ToDebt();
        var half = new Debt(recorded.Counts.Where((_, position) => position % 2 == 0));

        Assert.Equal(20_000, recorded.Counts.Count());
        Assert.Equal(10_000, recorded.PrunedTo(half).Format().Count(character => character == '\n'));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"20,000 entries took {watch.Elapsed}.");
    }

    private static BaselineKey Key(string rule, string member, string subject = "P:X") => new(rule, member, subject);

    private static Debt Of(string findings) => Debt.Of(findings.Where(char.IsLetter).Select(letter => Key("ECTX1002", $"M:{letter}")));

    private static Debt Some(int count) => new(Enumerable.Range(0, count).Select(i =>
        new KeyValuePair<BaselineKey, int>(Key($"ECTX100{i % 3 + 1}", $"M:Game.Größe{i * 7919 % count}.M(System.Int32)"), i % 3 + 1)));
}
