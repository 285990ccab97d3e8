using ExplicitContext.Oracle.Tests.Comparison;

namespace ExplicitContext.Oracle.Tests;

/// <summary>Code bases that no one here wrote, as their source packages on npm have them.</summary>
public sealed class SourcePackageOracleTests(Xunit.Abstractions.ITestOutputHelper output) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task UniRx_Agrees()
    {
        var code = await CodeBases.UnpackAsync(
            "com.neuecc.unirx@7.1.0",
            folder,
            ["UniRxLibrary", "CSHARP_7_OR_LATER"],
            path => new[] { "UnityEngineBridge/", "UnityWinRTBridge/", "InternalUtil/UnityEqualityComparer.cs", "Editor/" }.Any(part => ("/" + path).Contains("/" + part, StringComparison.Ordinal)),
            """
            P:UniRx.Scheduler.DefaultSchedulers.*
            F:UniRx.Scheduler.CurrentThread
            """);
        using var comparison = new Comparison.Comparison(code);

        Assert.Equal(6, Agreement.Of(comparison, output).Count);
    }

    [Fact]
    public async Task UniTask_Agrees()
    {
        var code = await CodeBases.UnpackAsync(
            "com.cysharp.unitask@2.2.5",
            folder,
            ["UNITASK_NETCORE"],
            IsOfUnity,
            """
            F:Cysharp.Threading.Tasks.UniTaskScheduler.*
            M:Cysharp.Threading.Tasks.UniTaskScheduler.*
            M:Cysharp.Threading.Tasks.TaskPool.*
            """);
        using var comparison = new Comparison.Comparison(code);

        Assert.NotEmpty(Agreement.Of(comparison, output));
    }

    private static bool IsOfUnity(string path) => new[]
        {
            "Triggers/", "External/", "Editor/", "Linq/UnityExtensions/", "/PlayerLoop", "/UniTask.Delay", "/UniTask.Run", "/UniTask.Bridge", "/UniTask.WaitUntil", "/UnityAsyncExtensions",
            "/UniTaskSynchronizationContext", "/TimeoutController", "/CancellationTokenSourceExtensions", "/EnumeratorAsyncExtensions",
            "/UnityBindingExtensions", "Internal/DiagnosticsExtensions", "Internal/UnityEqualityComparer", "Internal/UnityWebRequestExtensions", "Internal/PlayerLoopRunner",
            "Internal/ContinuationQueue",
        }.Any(part => ("/" + path).Contains(part, StringComparison.Ordinal));
}
