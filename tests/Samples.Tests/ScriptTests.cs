namespace Samples.Tests;

[Collection(BothSamples.Name)]
public sealed class ScriptTests
{
    [Theory]
    [MemberData(nameof(BothSamples.Scripts), MemberType = typeof(BothSamples))]
    public void Script_PrintsWhatIsExpected(ISample sample, ScriptFile script)
        => Assert.Equal(script.Expected, script.RunIn(sample));

    [Fact]
    public void Scripts_TakeTheSameStepsInBothSamples()
    {
        foreach (var script in ScriptFile.All)
            Assert.Equal(Statistics(new LegacySample(), script), Statistics(new MigratedSample(), script));

        static string Statistics(ISample sample, ScriptFile script)
        {
            using var engine = ScriptFile.CreateEngine(sample, TextWriter.Null);
            script.RunIn(engine, TextWriter.Null);
            return $"{script}: {engine.Statistics}";
        }
    }

    [Theory]
    [MemberData(nameof(BothSamples.Samples), MemberType = typeof(BothSamples))]
    public void Script_WithAnError_NamesItsLine(ISample sample)
    {
        (string Source, string Report)[] cases =
        [
            ("let a = 1;\nb = 2;", "script:2: 'b' was never declared\n  at script (script:2)"),
            ("print(1,", "script:1: expected an expression, found the end of the script"),
            ("let a = \"open", "script:1: the text has no closing quote on its line"),
            ("let a = \"\\q\";", "script:1: unknown escape '\\q'; known are \\n, \\t, \\\" and \\\\"),
            ("let a = 1.2.3;", "script:1: '1.2.3' is not a number"),
            ("\nlet # = 1;", "script:2: unexpected character '#'"),
            ("break;", "script:1: there is no loop around this break"),
            ("while true { fn f() { continue; } }", "script:1: there is no loop around this continue"),
            ("1 = 2;", "script:1: only a name or an element of a list can be assigned to"),
            ("return 1 / 0;", "script:1: division by zero\n  at script (script:1)"),
            ("return 1 < \"a\";", "script:1: cannot compare the number 1 with the text \"a\"\n  at script (script:1)"),
            ("return nil + 1;", "script:1: cannot apply '+' to nil and the number 1\n  at script (script:1)"),
            ("[1, 2][2];", "script:1: there is no element 2 in a sequence of 2\n  at script (script:1)"),
            ("let f = fn(a) { };\nf();", "script:2: fn takes 1 argument, not 0\n  at script (script:2)"),
            ("let f = 1;\nf();", "script:2: expected a function, found the number 1\n  at script (script:2)"),
            ("\n\npop([]);", "script:3: the list is empty\n  at pop (script:3)\n  at script (script:3)"),
            ("range(0, 100000000);", "script:1: the range has more than 10000000 numbers\n  at range (script:1)\n  at script (script:1)"),
            ("fail(\"stop\");", "script:1: stop\n  at fail (script:1)\n  at script (script:1)"),
        ];
        foreach (var (source, report) in cases)
        {
            using var engine = sample.CreateEngine();
            Assert.Equal(report, Assert.Throws<ScriptFailure>(() => engine.Run(source)).Message);
        }
    }

    [Theory]
    [MemberData(nameof(BothSamples.Samples), MemberType = typeof(BothSamples))]
    public void Script_NestedTooDeeply_IsRefusedAndTheProcessGoesOn(ISample sample)
    {
        using var engine = sample.CreateEngine(new EngineSettings { RecursionLimit = int.MaxValue });
        string[] sources =
        [
            new string('(', 200_000),
            string.Concat(Enumerable.Repeat("if true { ", 200_000)),
            "return 1" + string.Concat(Enumerable.Repeat(" + 1", 200_000)) + ";",
            "fn down() { return down(); } down();",
        ];
        foreach (var source in sources)
            Assert.Contains("the script is nested too deeply", Assert.Throws<ScriptFailure>(() => engine.Run(source)).Message);
        Assert.Equal("2", engine.Run("return 1 + 1;"));
    }
}
