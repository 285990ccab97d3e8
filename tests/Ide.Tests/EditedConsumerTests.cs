namespace Ide.Tests;

/// <summary>What a person sees who has installed the package and edits one thing or another.</summary>
public sealed class EditedConsumerTests(EditedConsumer consumer) : IClassFixture<EditedConsumer>
{
    private Editor Editor => consumer.Editor;

    [Fact]
    public async Task AmbientReads_AreUnderlinedWithTheirMessage()
    {
        var found = await ReadsAsync();

        Assert.Equal(2, found.Count);
        Assert.All(found, diagnostic => Assert.Equal("Engine.Current", diagnostic.TextIn(Editor.Text)));
        Assert.All(found, diagnostic => Assert.Equal(ShownDiagnostic.Error, diagnostic.Severity));
        Assert.All(found, diagnostic => Assert.Equal("'Engine.Current' is ambient, and 'engine' is at hand here: use it", diagnostic.Message));
    }

    [Fact]
    public async Task Fix_MendsOneRead()
    {
        await Editor.ApplyAsync(Assert.Single(await Editor.FixesAsync((await ReadsAsync())[0]), fix => fix.Title == "Use 'engine'"));

        Assert.StartsWith("""
            internal static class Calculator
            {
                public static int Twice(Engine engine, int x) => x * engine.Scale;
            """, Editor.Text, StringComparison.Ordinal);
        Assert.Single(await ReadsAsync());
        await Editor.ChangeAsync(EditedConsumer.Calculator);
    }

    [Fact]
    public async Task FixAllInTheDocument_MendsTheDocument()
    {
        var all = Assert.Single(await Editor.FixesAsync((await ReadsAsync())[0]), fix => fix.Title == "Fix all in Document: Use 'engine'");

        var file = Assert.Single(all.Edits).Key;
        Assert.Equal(EditedConsumer.Calculator.Replace("Engine.Current", "engine"), all.ApplyTo(file, Editor.Text));
    }

    [Fact]
    public async Task FixAllInTheSolution_MendsEveryFile()
    {
        var all = Assert.Single(await Editor.FixesAsync((await ReadsAsync())[0]), fix => fix.Title == "Fix all in Solution: Use 'engine'");

        Assert.Equal(["Calculator.cs", "Printer.cs"], all.Edits.Keys.Select(Path.GetFileName).Order());
        Assert.Equal(EditedConsumer.Printer.Replace("Engine.Current", "engine"), all.ApplyTo(consumer.PathOf("Printer.cs"), EditedConsumer.Printer));
    }

    [Fact]
    public async Task FixOfAReadWithoutAContext_ChangesTheMemberAndItsCallersInEveryFile()
    {
        const string Typed = """
            internal static class Typed
            {
                /// <summary>The scale.</summary>
                public static int Scale(int x) => x * {0}.Scale; // as it is

                public static int Use(Engine engine) => Scale({1}1);
            }

            """;
        var printer = consumer.PathOf("Printer.cs");
        var caller = EditedConsumer.Printer + "internal static class Caller { public static int Call() => Typed.Scale(2); }\n";
        await Editor.ChangeAsync(Text(Typed, "Engine.Current", ""));
        await Editor.ChangeAsync(printer, caller);

        var read = Assert.Single(await Editor.DiagnosticsAsync(), diagnostic => diagnostic.Id == "ECTX1002");
        Assert.Equal("Engine.Current", read.TextIn(Editor.Text));
        Assert.Equal(ShownDiagnostic.Error, read.Severity);
        Assert.StartsWith("'Engine.Current' is ambient and no context is at hand in 'Typed.Scale(int)': take it as a parameter,", read.Message, StringComparison.Ordinal);
        var fix = Assert.Single(await Editor.FixesAsync(read), offered => offered.Title == "Take 'Engine engine' as a parameter of 'Scale'");
        Assert.Equal(["Calculator.cs", "Printer.cs"], fix.Edits.Keys.Select(Path.GetFileName).Order());
        Assert.Equal(caller.Replace("Scale(2)", "Scale(Engine.Current, 2)"), fix.ApplyTo(printer, caller));

        await Editor.ChangeAsync(printer, fix.ApplyTo(printer, caller));
        await Editor.ApplyAsync(fix);
        Assert.Equal(Text(Typed, "engine", "engine, ").Replace("Scale(int x)", "Scale(Engine engine, int x)"), Editor.Text);
        Assert.DoesNotContain(await Editor.DiagnosticsAsync(), diagnostic => diagnostic.Id is "ECTX1002" or "ECTX1001" || diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));
        Assert.Single(await Editor.DiagnosticsAsync(printer), diagnostic => diagnostic.Id == "ECTX1002");

        await Editor.ChangeAsync(printer, EditedConsumer.Printer);
        await Editor.ChangeAsync(EditedConsumer.Calculator);

        static string Text(string text, string read, string argument) => EditedConsumer.Calculator.Replace("Engine.Current", "engine") + text.Replace("{0}", read).Replace("{1}", argument);
    }

    [Fact]
    public async Task Suppression_IsOfferedAndHolds()
    {
        var suppress = (await Editor.FixesAsync((await ReadsAsync())[0])).First(fix =>
            fix.Edits.ContainsKey(consumer.PathOf("Calculator.cs")) && fix.ApplyTo(consumer.PathOf("Calculator.cs"), Editor.Text).Contains("#pragma warning disable ECTX1001", StringComparison.Ordinal));
        await Editor.ApplyAsync(suppress);

        Assert.Single(await ReadsAsync());

        await Editor.ChangeAsync(EditedConsumer.Calculator);
        Assert.Equal(2, (await ReadsAsync()).Count);
    }

    [Fact]
    public async Task LevelInTheEditorConfig_ChangesTheSquiggle()
    {
        await Editor.ChangeAsync(consumer.PathOf(".editorconfig"), EditedConsumer.Levels.Replace("enforce", "inventory"));
        Assert.All(await ReadsAsync(), diagnostic => Assert.Equal(ShownDiagnostic.Information, diagnostic.Severity));

        await Editor.ChangeAsync(consumer.PathOf(".editorconfig"), EditedConsumer.Levels + "dotnet_diagnostic.ECTX1001.severity = none\n");
        Assert.Empty(await ReadsAsync());

        await Editor.ChangeAsync(consumer.PathOf(".editorconfig"), EditedConsumer.Levels);
        Assert.All(await ReadsAsync(), diagnostic => Assert.Equal(ShownDiagnostic.Error, diagnostic.Severity));
    }

    [Fact]
    public async Task EntryDeletedFromTheBaseline_MakesItsFindingAnErrorAgain()
    {
        var baseline = consumer.PathOf("ExplicitContext.Baseline.txt");
        await Editor.ChangeAsync(baseline, EditedConsumer.Debt);
        Assert.Equal([ShownDiagnostic.Information, ShownDiagnostic.Error], (await ReadsAsync()).Select(diagnostic => diagnostic.Severity));

        await Editor.ChangeAsync(baseline, "");
        Assert.All(await ReadsAsync(), diagnostic => Assert.Equal(ShownDiagnostic.Error, diagnostic.Severity));
    }

    [Fact]
    public async Task EntryOfTheBaselineThatIsPaid_IsUnderlinedThere()
    {
        var baseline = consumer.PathOf("ExplicitContext.Baseline.txt");
        await Editor.ChangeAsync(baseline, "ECTX1001 M:Calculator.Gone P:Engine.Current\n");
        var stale = Assert.Single(await Editor.DiagnosticsAsync(baseline), diagnostic => diagnostic.Id == "ECTX0004");
        Assert.Contains("M:Calculator.Gone", stale.TextIn("ECTX1001 M:Calculator.Gone P:Engine.Current\n"), StringComparison.Ordinal);

        await Editor.ChangeAsync(baseline, "");
        Assert.DoesNotContain(await Editor.DiagnosticsAsync(baseline), diagnostic => diagnostic.Id == "ECTX0004");
    }

    [Fact]
    public async Task LineOfTheConfigurationThatDoesNotParse_IsUnderlinedThere()
    {
        var file = consumer.PathOf("ExplicitContext.txt");
        var text = EditedConsumer.Configuration + "P:System.DateTime.Now; sometimes\n";
        await Editor.ChangeAsync(file, text);

        var malformed = Assert.Single(await Editor.DiagnosticsAsync(file), diagnostic => diagnostic.Id == "ECTX0003");
        Assert.Equal("sometimes", malformed.TextIn(text));
        Assert.StartsWith("'sometimes' says nothing here.", malformed.Message, StringComparison.Ordinal);

        await Editor.ChangeAsync(file, EditedConsumer.Configuration);
        Assert.DoesNotContain(await Editor.DiagnosticsAsync(file), diagnostic => diagnostic.Id == "ECTX0003");
    }

    [Fact]
    public async Task LineAddedToTheConfiguration_UnderlinesWhatItNames()
    {
        await Editor.ChangeAsync(EditedConsumer.Calculator + "internal static class Typed { public static long Ticks() => System.DateTime.Now.Ticks; }\n");
        Assert.DoesNotContain(await Editor.DiagnosticsAsync(), diagnostic => diagnostic.Id == "ECTX1002");

        await Editor.ChangeAsync(consumer.PathOf("ExplicitContext.txt"), EditedConsumer.Configuration + "P:System.DateTime.Now\n");
        Assert.Equal("System.DateTime.Now", Assert.Single(await Editor.DiagnosticsAsync(), diagnostic => diagnostic.Id == "ECTX1002").TextIn(Editor.Text));

        await Editor.ChangeAsync(consumer.PathOf("ExplicitContext.txt"), EditedConsumer.Configuration);
        await Editor.ChangeAsync(EditedConsumer.Calculator);
    }

    private async Task<IReadOnlyList<ShownDiagnostic>> ReadsAsync() => [.. (await Editor.DiagnosticsAsync()).Where(diagnostic => diagnostic.Id == "ECTX1001")];
}
