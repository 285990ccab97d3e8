using ExplicitContext.Migration.Loading;

namespace ExplicitContext.Migration.Tests.Loading;

internal static class Load
{
    public static Task<LoadedSolution> Async(string path, bool restore = true) =>
        new SolutionLoader(new DotnetCommand()).LoadAsync(TargetFinder.Find(path), restore, new Progress<WorkProgress>(), CancellationToken.None);

    public static async Task<string> FailureAsync(string path, bool restore = true) =>
        (await Assert.ThrowsAsync<InputException>(() => Async(path, restore))).Message;
}
