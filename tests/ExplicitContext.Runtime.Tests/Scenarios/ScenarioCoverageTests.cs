using System.Reflection;

namespace ExplicitContext.Runtime.Tests;

/// <summary>
/// That the scenarios have tests. A test names the ones that it shows before all else: <c>FIN_09_10_Closing...</c> shows FIN-09 and FIN-10,
/// <c>RTM_08_LCK_21_...</c> shows RTM-08 and LCK-21. Bars, such as <c>B11</c>, may stand among them.
/// </summary>
public sealed class ScenarioCoverageTests
{
    private readonly ScenarioDocument document = new();

    private static IReadOnlyList<string> TestNames { get; } =
    [
        .. from type in typeof(ScenarioCoverageTests).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where method.IsDefined(typeof(FactAttribute))
        select method.Name,
    ];

    private IReadOnlySet<string> Covered => TestNames.SelectMany(IdsOf).Concat(document.ShownElsewhere.Select(shown => shown.Id)).ToHashSet();

    [Fact]
    public void AtLeast300Scenarios_HaveATest() => Assert.InRange(ScenarioDocument.Ids.Count(Covered.Contains), 300, ScenarioDocument.Ids.Count);

    [Fact]
    public void TheListHasAll317Scenarios_Once()
    {
        Assert.Equal(317, ScenarioDocument.Ids.Count);
        Assert.Equal(317, ScenarioDocument.Ids.Distinct().Count());
    }

    [Fact]
    public void AScenarioHasATest_OrAReasonWhyNot_AndNeverBoth() =>
        Assert.Equal(ScenarioDocument.Ids.Except(Covered), document.WithoutTest.Select(entry => entry.Id));

    [Fact]
    public void NoTestNamesAScenarioThatThereIsNot()
    {
        Assert.Empty(TestNames.SelectMany(IdsOf).Except(ScenarioDocument.Ids));
        Assert.Empty(document.ShownElsewhere.Select(entry => entry.Id).Except(ScenarioDocument.Ids));
    }

    [Fact]
    public void WhatIsShownOtherwise_HasATest() => Assert.Empty(document.Deviations.Select(entry => entry.Id).Except(Covered));

    [Fact]
    public void WhatIsShownElsewhere_StandsThere() => Assert.All(document.ShownElsewhere, shown =>
    {
        Assert.Contains(shown.Id, IdsOf(shown.Test[(shown.Test.LastIndexOf('.') + 1)..]));
        Assert.True(ScenarioDocument.HasTest(shown.Test), $"There is no test {shown.Test}.");
    });

    [Fact]
    public void TheTableOfTheDocument_IsRight()
    {
        var covered = Covered;
        Assert.Equal(
            ScenarioDocument.Ids.GroupBy(id => id[..3]).Select(group => $"| {group.Key} | {group.Count()} | {group.Count(covered.Contains)} |"),
            document.Rows.Select(row => string.Join('|', row.Split('|')[..4]) + "|"));
    }

    [Theory]
    [InlineData("FIN_09_10_Closing", "FIN-09 FIN-10")]
    [InlineData("RTM_08_LCK_21_Running", "RTM-08 LCK-21")]
    [InlineData("B11_RTM_15_State", "RTM-15")]
    [InlineData("RTM_16_B11_20Fields", "RTM-16")]
    [InlineData("FIN_AClosingThread", "")]
    [InlineData("TheFactoryRunsOnce_01", "")]
    public void ANameIsReadAsMeant(string name, string ids) => Assert.Equal(ids, string.Join(' ', IdsOf(name)));

    private static IEnumerable<string> IdsOf(string name)
    {
        var group = "";
        foreach (var part in name.Split('_'))
        {
            if (part.Length == 3 && part.All(char.IsAsciiLetterUpper)) group = part;
            else if (part.Length == 2 && part.All(char.IsAsciiDigit) && group.Length > 0) yield return $"{group}-{part}";
            else if (part is not ['B', .. var number] || number.Length == 0 || !number.All(char.IsAsciiDigit)) yield break;
        }
    }
}
