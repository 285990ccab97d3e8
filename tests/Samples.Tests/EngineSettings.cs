using System.Globalization;

namespace Samples.Tests;

/// <summary>The options of both samples' engines that tests set, with the same defaults.</summary>
public sealed record EngineSettings
{
    public int RecursionLimit { get; init; } = 200;

    public long StepLimit { get; init; }

    public int SourceLimit { get; init; } = 1_000_000;

    public bool Strict { get; init; } = true;

    public string NumberFormat { get; init; } = "G15";

    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    public string ImportPath { get; init; } = ".";
}
