using System.CommandLine;
using ExplicitContext.Migration;
using ExplicitContext.Migration.Inventory;
using ExplicitContext.Migration.Loading;
using ExplicitContext.Tool.Consoles;

namespace ExplicitContext.Tool.Scanning;

/// <summary>The verb <c>scan</c>: the inventory of a solution, as tables or as JSON.</summary>
internal static class ScanCommand
{
    public static Command Create(ToolHost host)
    {
        var path = new Argument<string>("path") { Description = "A .sln, .slnx or .csproj file, or a folder that holds one.", DefaultValueFactory = _ => "." };
        var ambient = new Option<string[]>("--ambient") { Description = "Documentation ID of a member to take for an ambient accessor, such as P:Game.Engine.Current; may be repeated." };
        var config = new Option<string[]>("--config") { Description = "A configuration file, beside the ExplicitContext*.txt found with the projects; may be repeated." };
        var pack = new Option<string[]>("--pack") { Description = $"A pack of declarations to switch on, beside those of the projects: {string.Join(", ", ShippedPacks.Names)}; may be repeated." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of to standard output." };
        var chains = new Option<int>("--chains") { Description = "How many of the longest chains to show for each accessor.", DefaultValueFactory = _ => 1 };
        var includeTests = new Option<bool>("--include-tests") { Description = "Count test projects too." };
        var suppressions = new Option<bool>("--suppressions") { Description = "Run the rules too, and list the pragmas and attributes that suppress none of their findings any more." };
        var noRestore = new Option<bool>("--no-restore") { Description = "Do not restore packages, even where they are missing." };
        chains.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number < 0) result.AddError("--chains takes a number from 0 on.");
        });
        path.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] and var option }] && !Path.Exists(option)) result.AddError($"'{option}' is not an option of scan.");
        });

        var command = new Command("scan", "Takes the inventory: who hangs on ambient accessors, and what mutable static state there is.")
        {
            path, ambient, config, pack, json, output, chains, includeTests, suppressions, noRestore,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var request = new InventoryRequest([.. parsed.GetValue(config) ?? []], [.. parsed.GetValue(ambient) ?? []], parsed.GetValue(includeTests), parsed.GetValue(chains))
            {
                Packs = [.. parsed.GetValue(pack) ?? []],
                Suppressions = parsed.GetValue(suppressions),
            };
            return RunAsync(host, parsed.GetValue(path)!, request, !parsed.GetValue(noRestore), parsed.GetValue(json), parsed.GetValue(output), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        ToolHost host, string path, InventoryRequest request, bool restore, bool asJson, string? outputPath, CancellationToken cancellationToken)
    {
        var target = TargetFinder.Find(path);
        var taker = new InventoryTaker(new SolutionLoader(host.Dotnet), host.Clock);
        var inventory = await ProgressDisplay.RunAsync(host, progress => taker.TakeAsync(target, restore, request, progress, cancellationToken));

        var report = new StringWriter();
        var terminal = outputPath is null ? host.OutputTerminal : TerminalKind.Redirected;
        if (asJson) report.WriteLine(ScanDocument.Serialize(inventory));
        else if (outputPath is null) new ScanReport(terminal.Console(host.Output)).Write(inventory);
        else new ScanReport(terminal.Console(report)).Write(inventory);
        await WriteAsync(host, report.ToString(), outputPath, cancellationToken);

        foreach (var problem in inventory.Problems)
            await host.Error.WriteLineAsync(problem);
        return inventory.Problems.Count > 0 ? ExitCode.Error : inventory.IsClean ? ExitCode.Clean : ExitCode.Findings;
    }

    private static async Task WriteAsync(ToolHost host, string text, string? path, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            await host.Output.WriteAsync(text);
            return;
        }

        try
        {
            await File.WriteAllTextAsync(path, text, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: the report cannot be written: {error.Message} Name a file in an existing folder that may be written.");
        }
    }
}
