using System.Globalization;

namespace Fuzz.Tests.Generation;

/// <summary>
/// Random programs over the constructs of C#: the generator never fails, all that it makes compiles, and a program that calls overloads does what it did. Short in every run; a
/// long one: <c>FUZZ_PROGRAMS=400 FUZZ_SEED=1 dotnet test tests/Fuzz.Tests --filter RandomPrograms</c>, and <c>FUZZ_LOG=file</c> for what was tried.
/// </summary>
public sealed class GenerationFuzzTests
{
    private const int Types = 5;
    private const int MembersPerType = 6;

    [Fact]
    public void RandomPrograms_CompileAndRunAlike()
    {
        var (programs, seed) = (Number("FUZZ_PROGRAMS", 25), Number("FUZZ_SEED", 1));
        var faults = new List<string>();
        var (methods, overloads) = (0, 0);
        for (var i = 0; i < programs; i++)
        {
            var program = new RandomProgram(seed + i, Types, MembersPerType);
            if (GenerationTrial.Fault(program, isRun: true, out var generated) is { } fault)
                faults.Add($"seed {seed + i}: {fault}");
            (methods, overloads) = (methods + program.Members, overloads + generated);
        }

        var summary = $"{programs} programs, {methods} members, {overloads} overloads, {faults.Count} faults";
        if (Environment.GetEnvironmentVariable("FUZZ_LOG") is { Length: > 0 } log)
            File.WriteAllText(log, $"{summary}\n{string.Join("\n\n", faults)}\n");
        Assert.True(faults.Count == 0, $"{summary}. The first:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Take(2))}");
        Assert.True(overloads > methods / 5, summary);
    }

    [Fact]
    public void Program_IsTheSameForTheSameSeed() =>
        Assert.Equal(new RandomProgram(7, Types, MembersPerType).Sources, new RandomProgram(7, Types, MembersPerType).Sources);

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
