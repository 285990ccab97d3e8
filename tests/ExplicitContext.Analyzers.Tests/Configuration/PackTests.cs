using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Analyzers.Configuration;
using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Configuration;

/// <summary>The packs that the package brings: that they say what they mean, in the framework that they mean.</summary>
public sealed class PackTests
{
    private const string TaskEnvironment = """
        namespace Microsoft.Build.Framework
        {
            public readonly struct AbsolutePath { public string Value => ""; public static implicit operator string(AbsolutePath path) => path.Value; }
            public sealed class TaskEnvironment
            {
                public AbsolutePath ProjectDirectory => default;
                public AbsolutePath GetAbsolutePath(string path) => default;
                public string? GetEnvironmentVariable(string name) => null;
                public void SetEnvironmentVariable(string name, string? value) { }
            }
        }
        """;

    private const string Requests = """
        namespace System.Web { public sealed class HttpContext { public static HttpContext Current => new(); } }
        namespace System.ServiceModel { public sealed class OperationContext { public static OperationContext Current => new(); } }
        namespace System.ServiceModel.Web { public sealed class WebOperationContext { public static WebOperationContext Current => new(); } }
        """;

    public static TheoryData<string> All => [.. Pack.Names];

    [Fact]
    public void Packs_AreTheFourOfTheDesign() => Assert.Equal(["build-task", "clock", "http", "process"], Pack.Names.Order());

    [Theory]
    [MemberData(nameof(All))]
    public void EveryLine_NamesSomething(string name)
    {
        Assert.Empty(new Pack(name).Configuration.Problems);

        // As a file of the user's, the lines are held to resolving.
        var own = ContextConfiguration.Parse([new ConfigurationFile("ExplicitContext.txt", new Pack(name).Text)]);
        var contexts = ContextModel.Create(TestCompilation.Create(TaskEnvironment, Requests), own, CancellationToken.None);
        Assert.Empty(contexts.Problems);
        Assert.All(own.Entries.Where(entry => entry.HasWildcard), entry => Assert.True(MatchesSomething(entry, contexts), entry.Id));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EveryReplacement_CompilesInThePlaceOfTheRead(string name)
    {
        var compilation = TestCompilation.Create(TaskEnvironment, Requests);
        var entries = new Pack(name).Configuration.Entries;
        var parameters = string.Join(", ", entries.Where(entry => entry.Kind == EntryKind.Context).Select(entry => $"{entry.Id[2..]} {entry.ParameterName}"));
        var replaced = entries.Where(entry => entry.ReplacedBy is not null && !entry.HasWildcard && !entry.Id.Contains('(', StringComparison.Ordinal)).ToList();
        var methods = replaced.Select((entry, i) => $"static {TypeOf(entry, compilation)} M{i}({parameters}) => {entry.ReplacedBy};");
        var source = $"class C {{ {string.Join('\n', methods)} }}";

        Assert.Equal("", TestCompilation.ErrorsOf(TestCompilation.Create(TaskEnvironment, Requests, source)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public Task PackInAFrameworkWithoutItsTypes_DoesNotTrigger(string name) => AnalyzerTest<ConfigurationAnalyzer>.VerifyAsync(new Pack(name).With("class C { }"));

    [Theory]
    [MemberData(nameof(All))]
    public Task PackThatTheCodeHasNoUseFor_DoesNotTrigger(string name) => AnalyzerTest<EntryUseAnalyzer>.VerifyAsync(new Pack(name).With("class C { }"));

    [Theory]
    [InlineData("clock", "long M() => {|ECTX1002:DateTime.UtcNow|}.Ticks;")]
    [InlineData("clock", "TimeProvider M() => {|ECTX1002:TimeProvider.System|};")]
    [InlineData("clock", "DateTime M(TimeProvider clock) => {|ECTX1001:DateTime.Today|};")]
    [InlineData("clock", "DateTime M(DateTime now) => now.AddDays(1).Date;")]
    [InlineData("process", "void M() => {|ECTX1002:Console.WriteLine(1)|};")]
    [InlineData("process", "void M() => {|ECTX1002:Console.Out|}.WriteLine(1);")]
    [InlineData("process", "void M() => {|ECTX1002:Environment.CurrentDirectory|} = \"\";")]
    [InlineData("process", "string? M() => {|ECTX1002:Environment.GetEnvironmentVariable(\"A\")|};")]
    [InlineData("process", "void M() => {|ECTX1002:System.Globalization.CultureInfo.CurrentCulture|}.ToString();")]
    [InlineData("process", "string M(double x) => x.ToString({|ECTX1002:System.Globalization.NumberFormatInfo.CurrentInfo|});")]
    [InlineData("build-task", "object M() => {|ECTX1002:System.Globalization.DateTimeFormatInfo.CurrentInfo|};")]
    [InlineData("process", "string M() => Environment.NewLine + System.IO.Path.Combine(\"a\", \"b\");")]
    [InlineData("process", "void M(System.Diagnostics.Process process) => process.Start();")]
    [InlineData("http", "object? M() => {|ECTX1002:System.Threading.Thread.CurrentPrincipal|};")]
    [InlineData("build-task", "void M() => {|ECTX1002:Environment.Exit(1)|};")]
    [InlineData("build-task", "object M() => {|ECTX1002:new System.Diagnostics.ProcessStartInfo(\"a\")|};")]
    public async Task Use_IsReported(string pack, string member) =>
        await AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(new Pack(pack).With($"using System; class C {{ {member} }}"));

    [Fact]
    public async Task RelativePathApis_OnlyCount() => await AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(
        new Pack("build-task").With("using System.IO; class C { object M() => {|ECTX1002:File.ReadAllText(\"a\")|} + {|ECTX1002:new FileInfo(\"a\")|} + new StreamReader(Stream.Null); }"),
        DiagnosticSeverity.Info);

    [Fact]
    public async Task TaskEnvironmentOfATask_IsWhatToUse()
    {
        var findings = await AnalyzerTest<AmbientReadAnalyzer>.DiagnosticsAsync(new Pack("build-task").With(TaskEnvironment + """
            class MyTask
            {
                public Microsoft.Build.Framework.TaskEnvironment TaskEnvironment { get; set; } = new();
                string Folder() => System.Environment.CurrentDirectory;
                string Full(string path) => System.IO.Path.GetFullPath(path);
            }
            """));

        Assert.Equal(
            ["'Environment.CurrentDirectory' is ambient, and 'TaskEnvironment.ProjectDirectory.Value' is at hand here: use it", "'Path.GetFullPath' is ambient, and 'TaskEnvironment.GetAbsolutePath' is at hand here: use it"],
            findings.Select(finding => finding.GetMessage()));
        Assert.Equal([true, false], findings.Select(finding => finding.Properties.ContainsKey("Replacement")));
    }

    [Theory]
    [InlineData("!P:System.DateTime.UtcNow")]
    [InlineData("!P:System.DateTime.*")]
    [InlineData("P:System.DateTime.UtcNow; severity=none")]
    [InlineData("M:C.M; entry")]
    public Task OwnFile_TakesBackWhatThePackSays(string line) =>
        AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(new Pack("clock").With("using System; class C { long M() => DateTime.UtcNow.Ticks; }", line));

    [Fact]
    public Task OwnLineAboutAPackLine_IsOfUse() =>
        AnalyzerTest<EntryUseAnalyzer>.VerifyAsync(new Pack("clock").With("using System; class C { long M() => DateTime.UtcNow.Ticks; }", "!P:System.DateTime.UtcNow"));

    private static bool MatchesSomething(ConfigurationEntry entry, ContextModel contexts)
    {
        var alone = ContextModel.Create(contexts.Compilation, ContextConfiguration.Parse([new ConfigurationFile("ExplicitContext.txt", entry.Id)]), CancellationToken.None);
        var name = entry.Id[2..].Split('(', '*')[0];
        var type = contexts.Compilation.GetTypeByMetadataName(name[..name.LastIndexOf('.')].TrimEnd('.'));
        return type!.GetMembers().Any(member => alone.GetAmbientAccessor(member) is not null);
    }

    private static string TypeOf(ConfigurationEntry entry, Compilation compilation) => DocumentationCommentId.GetFirstSymbolForDeclarationId(entry.Id, compilation) switch
    {
        IPropertySymbol property => property.Type.ToDisplayString(),
        IMethodSymbol method => method.ReturnType.ToDisplayString(),
        _ => "object",
    };
}
