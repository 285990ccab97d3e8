namespace Benchmarks.Tenants;

/// <summary>What a tenant does: next to nothing, on state of its own. As a static it is a tenant's own only in a load context or a process of its own.</summary>
public static class Tenant
{
    private static int calls;

    public static int Work(int argument)
    {
        calls++;
        return argument + calls;
    }
}
