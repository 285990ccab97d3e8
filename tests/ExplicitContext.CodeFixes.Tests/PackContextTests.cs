using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fixes of ECTX1001 and ECTX1002 for the accessors of packs.</summary>
public sealed class PackContextTests
{
    private const string TaskEnvironment = """
        namespace Microsoft.Build.Framework
        {
            public readonly struct AbsolutePath { public string Value => ""; }
            public sealed class TaskEnvironment { public AbsolutePath ProjectDirectory => default; }
        }
        """;

    [Fact]
    public Task TimeOfDay_FixesByTheTimeProviderAtHand() => CodeFixTest<AmbientReadAnalyzer, UseAvailableContextCodeFixProvider>.VerifyAsync(
        Clock("static long M(TimeProvider clock) => {|ECTX1001:DateTime.UtcNow|}.Ticks;"), Clock("static long M(TimeProvider clock) => clock.GetUtcNow().UtcDateTime.Ticks;").Sources[0]);

    [Fact]
    public Task TimeOfDay_FixesByTakingATimeProvider_AndCallersNameTheSystemsClock() => CodeFixTest<AmbientReadAnalyzer, TakeContextCodeFixProvider>.VerifyOnceAsync(
        Clock("static long Now() => {|ECTX1002:DateTime.UtcNow|}.Ticks + {|ECTX1002:DateTime.Today|}.Ticks;\n    static long M() => Now();\n    static long N(TimeProvider clock) => Now();"),
        "Take 'TimeProvider timeProvider' as a parameter of 'Now'",
        Clock("static long Now(TimeProvider timeProvider) => timeProvider.GetUtcNow().UtcDateTime.Ticks + timeProvider.GetLocalNow().LocalDateTime.Date.Ticks;\n    static long M() => Now({|ECTX1002:TimeProvider.System|});\n    static long N(TimeProvider clock) => Now(clock);").Sources[0]);

    [Fact]
    public Task PublicMember_FixesByAnOverloadBesideIt() => CodeFixTest<AmbientReadAnalyzer, TakeContextCodeFixProvider>.VerifyOnceAsync(
        Clock("public static long Now() => {|ECTX1002:DateTime.UtcNow|}.Ticks;"),
        "Take 'TimeProvider timeProvider' as a parameter of 'Now', and keep the old signature",
        Clock("internal static long Now(TimeProvider timeProvider) => timeProvider.GetUtcNow().UtcDateTime.Ticks;\n\n    [ContextEntry]\n    public static long Now() => Now(TimeProvider.System);").Sources[0]);

    [Fact]
    public Task SystemsClock_FixesByMovingUp() => CodeFixTest<AmbientReadAnalyzer, TakeContextCodeFixProvider>.VerifyOnceAsync(
        Clock("static long Now() => {|ECTX1002:TimeProvider.System|}.GetTimestamp();\n    static long M() => Now();"),
        "Take 'TimeProvider timeProvider' as a parameter of 'Now'",
        Clock("static long Now(TimeProvider timeProvider) => timeProvider.GetTimestamp();\n    static long M() => Now({|ECTX1002:TimeProvider.System|});").Sources[0]);

    [Theory]
    [InlineData("clock", "static int M() => {|ECTX1002:Environment.TickCount|} + 1;")]
    [InlineData("process", "static void M() => {|ECTX1002:Console.WriteLine(1)|};")]
    [InlineData("build-task", "static object M() => {|ECTX1002:new System.Diagnostics.ProcessStartInfo(\"a\")|};")]
    [InlineData("build-task", "static string? M() => {|ECTX1002:Environment.GetEnvironmentVariable(\"A\")|};")]
    public Task AccessorThatNoContextReplaces_IsNotOffered(string pack, string member) =>
        CodeFixTest<AmbientReadAnalyzer, TakeContextCodeFixProvider>.VerifyNoFixAsync(With(pack, member));

    [Fact]
    public Task PublicMember_WhereNothingAmbientYieldsTheContext_IsNotOffered() => CodeFixTest<AmbientReadAnalyzer, TakeContextCodeFixProvider>.VerifyNoFixAsync(
        With("build-task", "public static int M() => {|ECTX1002:Environment.CurrentDirectory|}.Length;", TaskEnvironment));

    [Fact]
    public Task MemberOfATask_FixesByTakingItsEnvironment() => CodeFixTest<AmbientReadAnalyzer, TakeContextCodeFixProvider>.VerifyOnceAsync(
        With("build-task", "static int Folder() => {|ECTX1002:Environment.CurrentDirectory|}.Length;\n    public Microsoft.Build.Framework.TaskEnvironment TaskEnvironment { get; set; } = new();\n    int M() => Folder();", TaskEnvironment),
        "Take 'TaskEnvironment taskEnvironment' as a parameter of 'Folder'",
        With("build-task", "static int Folder(Microsoft.Build.Framework.TaskEnvironment taskEnvironment) => taskEnvironment.ProjectDirectory.Value.Length;\n    public Microsoft.Build.Framework.TaskEnvironment TaskEnvironment { get; set; } = new();\n    int M() => Folder(TaskEnvironment);", TaskEnvironment).Sources[0]);

    private static TestProject Clock(string members) => With("clock", members);

    private static TestProject With(string pack, string members, string more = "")
    {
        var name = ConfigurationFile.NameOfPack(pack);
        var project = new TestProject($"using System;\nusing ExplicitContext;\npublic class C\n{{\n    {members}\n}}\n{more}");
        return project with { AdditionalFiles = project.AdditionalFiles.Add(name, RepositoryText(name)) };
    }

    private static string RepositoryText(string name) => Documentation.RepositoryFile.Read("runtime/ExplicitContext.Annotations/buildTransitive/packs/" + name);
}
