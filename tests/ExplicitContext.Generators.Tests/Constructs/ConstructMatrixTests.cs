using System.Text.RegularExpressions;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>The construct matrix: each row's programs, compiled and run in legacy and in generated form.</summary>
public class ConstructMatrixTests
{
    private const int Rows = 88;

    public static TheoryData<string, Grade, string, bool> Programs()
    {
        var data = new TheoryData<string, Grade, string, bool>();
        foreach (var row in ConstructMatrix.RowsAndVariants)
        {
            for (var i = 0; i < row.Programs.Length; i++)
            {
                if (ConstructRow.CanParse(row.Programs[i]))
                    data.Add($"{row.Number:00} {row.Name} {i + 1}", row.Grade, row.Programs[i], row.HasScope);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_IsTreatedAsItsRowSays(string name, Grade grade, string members, bool hasScope)
    {
        var program = new ConstructProgram(members, hasScope);
        var legacy = program.Legacy();

        Assert.False(string.IsNullOrEmpty(legacy.Seen), $"{name} never uses the engine, so it shows nothing.");
        Assert.Equal(grade is Grade.Rewritten or Grade.Forwarded or Grade.Kept or Grade.Renamed, program.HasOverload);
        Assert.Equal(grade is Grade.Kept or Grade.Diagnosed or Grade.Forwarded or Grade.Renamed, program.Reports.Count > 0);
        Assert.Equal(grade == Grade.Renamed, program.Reports.Any(report => Regex.IsMatch(report, @"called '\w+WithEngine'")));
        Assert.False(grade == Grade.Diagnosed && program.Emits, $"{name} is refused, yet something is generated.");
        if (!program.HasOverload)
            return;

        var generated = program.Generated(ambient: grade == Grade.Kept ? "given" : "decoy");
        Assert.Equal((legacy.Result, legacy.Seen), (generated.Result, generated.Seen));
        Assert.Equal(grade is not (Grade.Rewritten or Grade.Renamed), generated.Reads > 0);
    }

    [Fact]
    public void Matrix_HasEveryRowOnce_EachShownByThreePrograms()
    {
        Assert.Equal(Enumerable.Range(1, Rows), ConstructMatrix.Rows.Select(row => row.Number));
        Assert.All(ConstructMatrix.Rows, row => Assert.True(ProgramsOf(row) >= 3, $"Row {row.Number} has fewer than three programs."));
    }

    private static int ProgramsOf(ConstructRow row) =>
        row.ShownBy is var (tests, method) ? tests.GetMethod(method)!.GetCustomAttributesData().Count(attribute => attribute.AttributeType == typeof(InlineDataAttribute)) : row.Programs.Length;
}
