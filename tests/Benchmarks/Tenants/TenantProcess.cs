using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Tenants;

/// <summary>A tenant in a process of its own: this program once more, called through its standard streams.</summary>
internal sealed class TenantProcess : IDisposable
{
    private readonly Process process = Start("tenant");

    public int Id => process.Id;

    /// <summary>Starts this program in another process, with its standard streams in our hands.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true };
        var program = Environment.ProcessPath!;
        start.FileName = program;
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
            start.ArgumentList.Add(typeof(TenantProcess).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    public int Work(int argument)
    {
        process.StandardInput.WriteLine(argument.ToString(CultureInfo.InvariantCulture));
        process.StandardInput.Flush();
        return int.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    /// <summary>Creates a tenant, calls it once and ends it.</summary>
    public static void LiveOnce()
    {
        using var tenant = new TenantProcess();
        tenant.Work(1);
    }

    /// <summary>Ends the tenant by closing its input.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
