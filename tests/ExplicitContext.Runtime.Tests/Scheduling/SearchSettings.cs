using System.Globalization;

namespace ExplicitContext.Runtime.Tests;

/// <summary>How far a search goes. A developer sets more, or one thing to be seen again, by environment variables.</summary>
/// <param name="Schedules">How many random schedules: EXPLICIT_CONTEXT_SCHEDULES.</param>
/// <param name="Seed">The only seed to be tried: EXPLICIT_CONTEXT_SEED.</param>
/// <param name="Schedule">The only schedule to be done, choice by choice: EXPLICIT_CONTEXT_SCHEDULE.</param>
/// <param name="Rounds">How many rounds a stress test makes: EXPLICIT_CONTEXT_ROUNDS.</param>
/// <param name="StressTime">How long threads are let loose without a scheduler: EXPLICIT_CONTEXT_STRESS_SECONDS.</param>
internal sealed record SearchSettings(int? Schedules = null, ulong? Seed = null, string? Schedule = null, int? Rounds = null, TimeSpan? StressTime = null)
{
    public static SearchSettings FromEnvironment() => new(
        Read<int>("EXPLICIT_CONTEXT_SCHEDULES"),
        Read<ulong>("EXPLICIT_CONTEXT_SEED"),
        Environment.GetEnvironmentVariable("EXPLICIT_CONTEXT_SCHEDULE"),
        Read<int>("EXPLICIT_CONTEXT_ROUNDS"),
        Read<int>("EXPLICIT_CONTEXT_STRESS_SECONDS") is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

    private static T? Read<T>(string name)
        where T : struct, IParsable<T> =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? T.Parse(text, CultureInfo.InvariantCulture) : null;
}
