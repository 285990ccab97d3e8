using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Benchmarks.Tenants;

/// <summary>A tenant in a collectible load context: this assembly once more, with statics of its own.</summary>
internal sealed class TenantContext : IDisposable
{
    private readonly AssemblyLoadContext context = new("tenant", isCollectible: true);
    private readonly Func<int, int> work;

    public TenantContext()
    {
        var type = context.LoadFromAssemblyPath(typeof(Tenant).Assembly.Location).GetType(typeof(Tenant).FullName!, throwOnError: true)!;
        work = type.GetMethod(nameof(Tenant.Work))!.CreateDelegate<Func<int, int>>();
    }

    public int Work(int argument) => work(argument);

    public void Dispose() => context.Unload();

    /// <summary>Creates a tenant, calls it once and lets go of it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void LiveOnce()
    {
        using var tenant = new TenantContext();
        tenant.Work(1);
    }

    /// <summary>Creates an empty load context and lets go of it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void OpenAndUnload() => new AssemblyLoadContext("empty", isCollectible: true).Unload();
}
