using System.Globalization;
using ExplicitContext.Migration.Inventories;
using Spectre.Console;

namespace ExplicitContext.Tool.Scan;

/// <summary>The inventory as tables for a person.</summary>
internal sealed class InventoryReport(Inventory inventory, IAnsiConsole console)
{
    public void Write(TimeSpan elapsed)
    {
        WriteAccessors();
        WriteStaticState();
        WriteList("Left out", inventory.Skipped.Select(skipped => $"{skipped.Path}{(skipped.TargetFramework is { } framework ? $" ({framework})" : "")}: {skipped.Reason}"));
        WriteList("Problems", inventory.Problems);
        Line(Summary(elapsed));
    }

    private void WriteAccessors()
    {
        if (inventory.Accessors.IsEmpty)
        {
            Line("Ambient accessors: none is declared. Name one with --ambient, or in a file ExplicitContext.txt.");
            Line("");
            return;
        }

        var table = Table("Ambient accessor", "Sites", "Direct members", "Reach it", "with overrides", "of these public");
        foreach (var accessor in inventory.Accessors)
        {
            Row(table, accessor.Name, accessor.Sites.Length, accessor.Direct, accessor.Transitive, accessor.Virtual, accessor.Public);
        }

        console.Write(table);
        foreach (var accessor in inventory.Accessors.Where(accessor => accessor.LongestChain.Length > 0))
        {
            WriteChain(accessor);
        }
    }

    private void WriteChain(AccessorInventory accessor)
    {
        Line($"Longest chain to {accessor.Name}, {accessor.LongestChain.Length - 1} calls:");
        foreach (var link in accessor.LongestChain)
        {
            Line($"  {link.Name}  {link.Place}");
        }

        Line("");
    }

    private void WriteStaticState()
    {
        if (inventory.StaticState.IsEmpty)
        {
            return;
        }

        var kinds = inventory.StaticState.GroupBy(member => member.Kind).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key).ToList();
        var table = Table(["Static state that can change", .. kinds, "All"]);
        foreach (var shape in inventory.StaticState.GroupBy(member => member.Shape).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            Row(table, shape.Key, [.. kinds.Select(kind => shape.Count(member => member.Kind == kind)), shape.Count()]);
        }

        console.Write(table);
        var width = inventory.StaticState.Max(member => member.Name.Length);
        foreach (var member in inventory.StaticState)
        {
            Line($"  {member.Name.PadRight(width)}  {member.Kind}, {member.Shape}  {member.Place}");
        }

        Line("");
    }

    private void WriteList(string title, IEnumerable<string> lines)
    {
        foreach (var (line, isFirst) in lines.Select((line, number) => (line, number == 0)))
        {
            if (isFirst)
            {
                Line($"{title}:");
            }

            Line($"  {line}");
        }
    }

    private string Summary(TimeSpan elapsed)
    {
        var sites = inventory.Accessors.Sum(accessor => accessor.Sites.Length);
        var members = inventory.Projects.Sum(project => project.Members);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(inventory.Projects.Length, "project")}, {Count(members, "member")}: {Count(sites, "ambient read")} of {Count(inventory.Accessors.Length, "accessor")}, {Count(inventory.StaticState.Length, "static member")} that can change; {elapsed.TotalSeconds:0.0} s");
    }

    /// <summary>A line of any length stays one line; only tables are fitted to the console.</summary>
    private void Line(string text) => console.Profile.Out.Writer.WriteLine(text);

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    private static Table Table(params IReadOnlyList<string> columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn(Markup.Escape(columns[0])));
        foreach (var column in columns.Skip(1))
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        }

        return table;
    }

    private static void Row(Table table, string name, params IEnumerable<int> numbers) =>
        table.AddRow([Markup.Escape(name), .. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))]);
}
