using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using VerifyTests;

namespace VerifyXunit;

/// <summary>
/// Compares what a generator produced with the verified files beside the test: <c>Class.Method#Hint.verified.cs</c> for each source,
/// <c>Class.Method.verified.txt</c> for diagnostics.
/// </summary>
/// <remarks>
/// The class is taken from the file's name and the method from the caller, so a test calls this itself and not through a helper.
/// </remarks>
public static class Verifier
{
    /// <summary>Verifies a <see cref="GeneratorDriver"/> or a <see cref="GeneratorDriverRunResult"/>.</summary>
    public static SettingsTask Verify(object? target, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        new(VerifyAsync(target, sourceFile, method));

    private static async Task VerifyAsync(object? target, string sourceFile, string method)
    {
        if (!VerifySourceGenerators.Initialized)
            throw new InvalidOperationException("Call VerifySourceGenerators.Initialize() from a [ModuleInitializer] of the test project.");
        var result = target switch
        {
            GeneratorDriver driver => driver.GetRunResult(),
            GeneratorDriverRunResult run => run,
            _ => throw new ArgumentException($"Only generator drivers and their results can be verified, not {target?.GetType().Name ?? "null"}.", nameof(target)),
        };
        await new SnapshotFolder(sourceFile, method).CompareAsync(GeneratorTargets.Of(result));
    }
}
