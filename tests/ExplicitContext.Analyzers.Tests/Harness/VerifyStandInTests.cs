using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using VerifyTests;
using VerifyXunit;

namespace ExplicitContext.Analyzers.Tests.Harness;

public sealed class VerifyStandInTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly GeneratorDriver _driver = GeneratorTest<GeneratorTestTests.Names>.RunUnchecked("class A; class B;").Driver;

    static VerifyStandInTests() => VerifySourceGenerators.Initialize();

    private string Source => Path.Combine(_folder.FullName, "FooTests.cs");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task NoVerifiedFile_FailsAndLeavesTheReceivedOnes()
    {
        var failure = await Assert.ThrowsAsync<VerifyException>(async () => await Verifier.Verify(_driver, Source, "Bar"));
        Assert.StartsWith("New:", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["FooTests.Bar#A.g.received.cs", "FooTests.Bar#B.g.received.cs"], Files());
        Assert.Equal("//HintName: A.g.cs\n// A", File.ReadAllText(PathOf("FooTests.Bar#A.g.received.cs")));
    }

    [Fact]
    public async Task AcceptedFiles_PassAndReceivedOnesGo()
    {
        await AcceptAsync();
        File.WriteAllText(PathOf("FooTests.Bar#A.g.received.cs"), "old");
        await Verifier.Verify(_driver.GetRunResult(), Source, "Bar");
        Assert.Equal(["FooTests.Bar#A.g.verified.cs", "FooTests.Bar#B.g.verified.cs"], Files());
    }

    [Theory]
    [InlineData("\n", true)]
    [InlineData("\n\n", false)]
    public async Task VerifiedFile_MayEndInOneMoreNewline(string end, bool passes)
    {
        await AcceptAsync();
        File.AppendAllText(PathOf("FooTests.Bar#A.g.verified.cs"), end);
        var failure = await Record.ExceptionAsync(async () => await Verifier.Verify(_driver, Source, "Bar"));
        Assert.Equal(passes, failure is null);
    }

    [Fact]
    public async Task OtherText_FailsWithTheDifference()
    {
        await AcceptAsync();
        File.WriteAllText(PathOf("FooTests.Bar#A.g.verified.cs"), "//HintName: A.g.cs\n// Z");
        var failure = await Assert.ThrowsAsync<VerifyException>(async () => await Verifier.Verify(_driver, Source, "Bar"));
        Assert.Contains("- // Z\n+ // A", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifiedFileThatIsNotProducedAnyMore_Fails()
    {
        await AcceptAsync();
        File.WriteAllText(PathOf("FooTests.Bar#C.g.verified.cs"), "");
        File.WriteAllText(PathOf("FooTests.BarOther.verified.txt"), "of another test");
        var failure = await Assert.ThrowsAsync<VerifyException>(async () => await Verifier.Verify(_driver, Source, "Bar"));
        Assert.Equal($"Not produced any more: {PathOf("FooTests.Bar#C.g.verified.cs")}", failure.Message);
    }

    [Fact]
    public async Task Diagnostics_GoIntoATextFile()
    {
        var driver = GeneratorTest<Reporter>.RunUnchecked("class A;").Driver;
        await Assert.ThrowsAsync<VerifyException>(async () => await Verifier.Verify(driver, Source, "Bar"));
        Assert.Equal(
            """
            {
              Diagnostics: [
                {
                  Location: dir\theFile.cs: (1,2)-(3,4),
                  Message: Hello, world,
                  Severity: Info,
                  WarningLevel: 1,
                  Descriptor: {
                    Id: HELLO2,
                    Title: Hello,
                    MessageFormat: Hello, {0},
                    Category: Test,
                    DefaultSeverity: Info,
                    IsEnabledByDefault: true
                  }
                }
              ]
            }
            """,
            File.ReadAllText(PathOf("FooTests.Bar.received.txt")));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private IEnumerable<string> Files() => _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    private async Task AcceptAsync()
    {
        await Assert.ThrowsAsync<VerifyException>(async () => await Verifier.Verify(_driver, Source, "Bar"));
        foreach (var file in _folder.GetFiles())
            file.MoveTo(file.FullName.Replace("received", "verified", StringComparison.Ordinal));
    }

#pragma warning disable RS1036, RS1041, RS1042, RS2008 // A generator for tests of the stand-in only.
    [Generator]
    public sealed class Reporter : IIncrementalGenerator
    {
        private static readonly DiagnosticDescriptor Rule = new("HELLO2", "Hello", "Hello, {0}", "Test", DiagnosticSeverity.Info, isEnabledByDefault: true);

        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider,
            static (output, _) => output.ReportDiagnostic(Diagnostic.Create(
                Rule, Location.Create("dir/theFile.cs", new(1, 2), new(new(1, 2), new(3, 4))), "world")));
    }
}
