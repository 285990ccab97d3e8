using System.Globalization;
using ExplicitContext.Migration.Inventory;
using ExplicitContext.Migration.Suppressions;
using ExplicitContext.Model.StaticState;
using Spectre.Console;

namespace ExplicitContext.Tool.Scanning;

/// <summary>Writes an inventory for people: tables, the longest chains, and a last line with counts and time.</summary>
internal sealed class ScanReport(IAnsiConsole console)
{
    private const string Indent = "  ";

    public void Write(SolutionInventory inventory)
    {
        WriteAccessors(inventory);
        foreach (var accessor in inventory.Accessors)
            WriteChains(accessor);
        WriteStaticState(inventory);
        foreach (var suppression in inventory.IdleSuppressions?.Items ?? [])
            Line($"{suppression.Place}: the {(suppression.Form == SuppressionForm.Pragma ? "pragma" : "attribute")} suppresses no finding of {suppression.Rule} any more: remove it");
        foreach (var skipped in inventory.Skipped)
            Line($"Skipped {skipped}");
        Line(LastLine(inventory));
    }

    private void WriteAccessors(SolutionInventory inventory)
    {
        if (inventory.Accessors.Count == 0)
        {
            Line(Hint(inventory));
            Line();
            return;
        }

        var table = Table("Ambient accessor", "Sites", "Writes", "At entries", "In members", "Reaching", "With dispatch", "Public", "Depth");
        for (var column = 1; column < table.Columns.Count; column++)
            table.Columns[column].RightAligned();
        foreach (var accessor in inventory.Accessors)
        {
            AddRow(table, accessor.Name, Number(accessor.Sites), Number(accessor.Writes), Number(accessor.EntrySites), Number(accessor.DirectMembers), Number(accessor.ReachingMembers),
                Number(accessor.ReachingMembersWithDispatch), Number(accessor.PublicReachingMembers), Number(accessor.Depth));
        }

        console.Write(table);
        Line();
    }

    private void WriteChains(AccessorInventory accessor)
    {
        foreach (var chain in accessor.LongestChains)
        {
            Line($"A longest chain to {accessor.Name}, {Count(chain.Depth, "call")}:");
            foreach (var link in chain.Links)
                Line($"{Indent}{link.Member}  {link.Place}");
            Line($"{Indent}{accessor.Name}");
            Line();
        }
    }

    private void WriteStaticState(SolutionInventory inventory)
    {
        if (inventory.StaticState.Count == 0) return;

        var table = Table("Static state", "Shape", "Kind", "Place");
        foreach (var type in inventory.StaticState.GroupBy(state => state.DeclaringType))
        {
            table.AddRow(new Text(type.Key, new Style(decoration: Decoration.Bold)), Text.Empty, Text.Empty, Text.Empty);
            foreach (var state in type)
                AddRow(table, $"{Indent}{state.Name} : {state.Type}", state.Shape.Word(), state.IsSingleton ? $"{state.Kind.Word()}, singleton" : state.Kind.Word(), state.Place.ToString());
        }

        console.Write(table);
        Line();
        foreach (var shape in inventory.StaticState.GroupBy(state => state.Shape).OrderByDescending(shape => shape.Count()))
            Line($"{Number(shape.Count()),6}  {shape.Key.Word()}");
        if (inventory.HarmlessReadOnly > 0) Line($"{Number(inventory.HarmlessReadOnly),6}  readonly of a mutable type by declaration, but nothing in it ever changes: not counted");
        Line();
    }

    private static string Hint(SolutionInventory inventory)
    {
        var candidate = inventory.StaticState.FirstOrDefault(state => state.IsSingleton) ?? inventory.StaticState.FirstOrDefault(state => state.Kind is StaticKind.Configuration or StaticKind.Service);
        return candidate is null
            ? "No ambient accessor is declared."
            : $"No ambient accessor is declared. Declare one, for instance with --ambient \"{candidate.Id}\" or as a line of ExplicitContext.txt, to see who hangs on it.";
    }

    private static string LastLine(SolutionInventory inventory) => string.Join("; ",
    [
        $"{Count(inventory.Accessors.Count, "ambient accessor")}, {Count(inventory.Accessors.Sum(accessor => accessor.Sites), "site")}",
        $"{Count(inventory.StaticState.Count, "static member")} in {Count(inventory.StaticState.Select(state => state.DeclaringType).Distinct().Count(), "type")}",
        $"{Count(inventory.Projects.Count, "project")}, {Count(inventory.Projects.Sum(project => project.Files), "file")}",
        string.Create(CultureInfo.InvariantCulture, $"{inventory.Timings.Total / 1000.0:F1} s"),
    ]);

    private static Table Table(params string[] headers)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var header in headers)
            table.AddColumn(new TableColumn(new Text(header)));
        return table;
    }

    private static void AddRow(Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(cell)));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Count(int value, string noun) => $"{Number(value)} {noun}{(value == 1 ? "" : "s")}";

    // Only tables are fitted to the width of the console: a path that wraps cannot be clicked.
    private void Line(string text = "") => console.Profile.Out.Writer.WriteLine(text);
}
