namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>
/// The construct matrix once more: what each program generates becomes source, runs as it did, and leaves nothing to generate; where a member has to be taken over by hand, nothing
/// breaks.
/// </summary>
public sealed class GraduatedMatrixTests
{
    public static TheoryData<string, string, bool> Programs()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var row in ConstructMatrix.RowsAndVariants.Where(row => row.Grade is Grade.Rewritten or Grade.Forwarded or Grade.Kept or Grade.Renamed))
        {
            for (var i = 0; i < row.Programs.Length; i++)
            {
                if (ConstructRow.CanParse(row.Programs[i]))
                    data.Add($"{row.Number:00} {row.Name} {i + 1}", row.Programs[i], row.HasScope);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public Task Program_RunsAlikeWhenItHasGraduated(string name, string program, bool hasScope) => GraduatedProgram.RunAsync(name, program, hasScope);

    [Fact]
    public async Task ExtensionBlocks_GraduateWhole()
    {
        foreach (var program in ConstructMatrix.Rows.Where(row => row.Number is 12 or 13).SelectMany(row => row.Programs).Where(ConstructRow.CanParse))
            Assert.Empty(await GraduatedProgram.RunAsync("extension", program, hasScope: false));
    }

    public static TheoryData<string> OpenFamilies() => [.. OpenFamilyRows.All.Concat(IndexerRows.Open).SelectMany(row => row.Programs)];

    [Theory]
    [MemberData(nameof(OpenFamilies))]
    public async Task OpenFamily_GraduatesWhole(string program) => Assert.Empty(await GraduatedProgram.RunAsync("open family", program, hasScope: true));
}
