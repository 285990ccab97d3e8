using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>Tests of a fix that leaves findings at the callers, so that one application is one step and not the end.</summary>
internal static class MovingTest
{
    public static Task VerifyAsync(TestProject before, TestProject after, string title) =>
        CodeFixTest<AmbientReadAnalyzer, TakeContextCodeFixProvider>.VerifyOnceAsync(before, title, [.. after.Sources]);

    public static Task VerifyFixAllAsync(TestProject before, params CSharpSource[] after) =>
        CodeFixTest<AmbientReadAnalyzer, TakeContextCodeFixProvider>.VerifyFixAllOnceAsync(before, after);

    public static Task VerifyNoFixAsync(TestProject project) =>
        CodeFixTest<AmbientReadAnalyzer, TakeContextCodeFixProvider>.VerifyNoFixAsync(project);
}
