namespace Samples.Tests;

/// <summary>Tests of this collection run one after the other: the legacy sample bears nothing else.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BothSamples
{
    public const string Name = "both samples";

    public static TheoryData<ISample> Samples => [new LegacySample(), new MigratedSample()];

    public static TheoryData<ISample, ScriptFile> Scripts
    {
        get
        {
            var scripts = new TheoryData<ISample, ScriptFile>();
            foreach (var script in ScriptFile.All)
            {
                scripts.Add(new LegacySample(), script);
                scripts.Add(new MigratedSample(), script);
            }

            return scripts;
        }
    }
}
