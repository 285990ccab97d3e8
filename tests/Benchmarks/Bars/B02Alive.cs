using System.Globalization;
using Benchmarks.Measuring;
using Benchmarks.Tenants;

namespace Benchmarks.Bars;

/// <summary>How many interpreters fit. Measured in processes of their own, where nothing else is on the heap.</summary>
internal sealed class B02Alive : IBar
{
    private const int Interpreters = 100_000;
    private const int Contexts = 200;
    private const int Processes = 8;

    public string Id => "B2";

    public IEnumerable<Row> Measure()
    {
        var idle = Child.MeasureAlive("interpreter", Interpreters);
        var entered = Child.MeasureAlive("entered", Interpreters);
        var contexts = Child.MeasureAlive("context", Contexts);
        var process = ProcessMemory();

        yield return new Row(Id, "managed memory of an idle interpreter", "≤ 4 KiB", Figure.Size(idle.ManagedBytes / Interpreters))
        {
            More = $"; {Figure.Size(entered.ManagedBytes / Interpreters)} once entered, with one slot in use",
            Met = Math.Max(idle.ManagedBytes, entered.ManagedBytes) / Interpreters <= 4096,
            Instead =
            [
                new("collectible `AssemblyLoadContext`", Figure.Size(contexts.ResidentBytes / Contexts), "resident"),
                new("process", Figure.Size(process), "resident, shared pages divided among those who share"),
            ],
        };
        yield return new Row(Id, "100,000 alive, resident memory", "≤ 512 MiB, ≤ 2 s", Figure.Size(idle.ResidentBytes))
        {
            More = $", {Figure.Time(idle.Nanoseconds)}; once entered {Figure.Size(entered.ResidentBytes)}, {Figure.Time(entered.Nanoseconds)}",
            Met = Math.Max(idle.ResidentBytes, entered.ResidentBytes) <= 512 * 1024 * 1024 && idle.Nanoseconds <= 2e9,
            Instead = [new($"{Contexts} `AssemblyLoadContext`s", Figure.Size(contexts.ResidentBytes), $"{Figure.Time(contexts.Nanoseconds)}")],
        };
    }

    private static double ProcessMemory()
    {
        var tenants = Enumerable.Range(0, Processes).Select(_ => new TenantProcess()).ToList();
        foreach (var tenant in tenants) tenant.Work(1);
        var bytes = tenants.Average(tenant => Proportional(tenant.Id));
        foreach (var tenant in tenants) tenant.Dispose();
        return bytes;
    }

    private static double Proportional(int processId)
    {
        var rollup = $"/proc/{processId}/smaps_rollup";
        if (!File.Exists(rollup))
        {
            using var process = System.Diagnostics.Process.GetProcessById(processId);
            return process.WorkingSet64;
        }

        var line = File.ReadLines(rollup).First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return 1024 * double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
