using System.CommandLine;
using ExplicitContext.Migration.Inventories;
using ExplicitContext.Migration.Loading;

namespace ExplicitContext.Tool.Scan;

/// <summary><c>explicit-context scan PATH</c>: the inventory of a solution, project or folder.</summary>
internal sealed class ScanCommand : Command
{
    private readonly Argument<string> path = new("PATH") { Description = "A .sln, .slnx or .csproj file, or the folder that holds one.", DefaultValueFactory = _ => "." };
    private readonly Option<string[]> ambient = new("--ambient") { Description = "The documentation ID of an ambient accessor, as P:Namespace.Type.Property; may be given again.", HelpName = "ID" };
    private readonly Option<string[]> config = new("--config") { Description = "A file of such IDs, one a line; may be given again.", HelpName = "FILE" };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON." };
    private readonly Option<string?> output = new("--output") { Description = "Write to a file instead of the terminal.", HelpName = "FILE" };
    private readonly Option<bool> tests = new("--tests") { Description = "Count test projects too." };
    private readonly Option<bool> noRestore = new("--no-restore") { Description = "Do not restore packages that are missing." };
    private readonly ToolHost host;

    public ScanCommand(ToolHost host)
        : base("scan", "Lists ambient accessors, who reaches them, and static state.")
    {
        this.host = host;
        Arguments.Add(path);
        foreach (var option in new Option[] { ambient, config, json, output, tests, noRestore })
        {
            Options.Add(option);
        }

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var started = host.Clock.GetTimestamp();
        var target = TargetFinder.Find(arguments.GetValue(path)!);
        var extra = ScanConfiguration.Read(target, arguments.GetValue(config) ?? [], arguments.GetValue(ambient) ?? []);
        var inventory = await new ScanProgress(host).WatchAsync(async progress =>
        {
            using var solution = await new SolutionLoader(new DotnetCommand()).LoadAsync(target, !arguments.GetValue(noRestore), progress, cancellationToken).ConfigureAwait(false);
            return await new InventoryTaker(solution, extra, arguments.GetValue(tests)).TakeAsync(progress, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);

        await WriteAsync(inventory, arguments, host.Clock.GetElapsedTime(started), cancellationToken).ConfigureAwait(false);
        return inventory.IsClean ? ExitCodes.Clean : ExitCodes.Findings;
    }

    private async Task WriteAsync(Inventory inventory, ParseResult arguments, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        var text = new StringWriter();
        var isFile = arguments.GetValue(output) is not null;
        if (arguments.GetValue(json))
        {
            await text.WriteLineAsync(InventoryJson.Write(inventory)).ConfigureAwait(false);
        }
        else
        {
            new InventoryReport(inventory, isFile ? (host with { IsInteractive = false }).Tables(text) : host.Tables(host.Output)).Write(elapsed);
        }

        if (isFile)
        {
            await File.WriteAllTextAsync(arguments.GetValue(output)!, text.ToString(), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await host.Output.WriteAsync(text.ToString()).ConfigureAwait(false);
        }
    }
}
