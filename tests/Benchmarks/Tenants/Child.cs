using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Tenants;

/// <summary>What this program does in the processes that it starts itself. Nothing here touches what a tenant's process would not have either.</summary>
internal static class Child
{
    /// <summary>Answers calls from the standard input until that ends.</summary>
    public static void Serve()
    {
        while (Console.ReadLine() is { } line) Console.WriteLine(Tenant.Work(int.Parse(line, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Creates tenants, keeps all of them, and prints nanoseconds, managed bytes and bytes of resident memory that they took.</summary>
    public static void KeepAlive(string kind, int count)
    {
        using var process = Process.GetCurrentProcess();
        using var runtime = RuntimeState.Initialize();
        Func<object> create = kind switch
        {
            "interpreter" => () => runtime.CreateInterpreter(),
            "entered" => () =>
            {
                var interp = runtime.CreateInterpreter();
                interp.Call(static (tstate, argument) => TenantState.Work(tstate, argument), 1);
                return interp;
            },
            "context" => () =>
            {
                var tenant = new TenantContext();
                tenant.Work(1);
                return tenant;
            },
            _ => throw new ArgumentException($"There is no tenant of kind '{kind}'.", nameof(kind)),
        };

        var alive = new object[count];
        create();
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        process.Refresh();
        var resident = process.WorkingSet64;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++) alive[i] = create();
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        resident = process.WorkingSet64 - resident;
        managed = GC.GetTotalMemory(forceFullCollection: true) - managed;
        GC.KeepAlive(alive);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalNanoseconds:0} {managed} {resident}"));
        Console.Out.Flush();
        Environment.Exit(0);
    }

    /// <summary>Has another process create tenants and keep them.</summary>
    public static (double Nanoseconds, double ManagedBytes, double ResidentBytes) MeasureAlive(string kind, int count)
    {
        using var process = TenantProcess.Start("alive", kind, count.ToString(CultureInfo.InvariantCulture));
        var figures = (process.StandardOutput.ReadLine() ?? "").Split(' ');
        process.WaitForExit();
        if (figures.Length != 3) throw new InvalidOperationException($"No figures came of {count} tenants of kind '{kind}'.");
        return (Parse(figures[0]), Parse(figures[1]), Parse(figures[2]));
    }

    private static double Parse(string figure) => double.Parse(figure, CultureInfo.InvariantCulture);
}
