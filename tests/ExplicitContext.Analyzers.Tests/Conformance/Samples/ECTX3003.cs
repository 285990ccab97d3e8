using ExplicitContext;

[ContextType("tenant")]
public sealed class Tenant
{
    [MoveTo(typeof(Visit))] public int Depth { get; set; }
}

[ContextType("visit")]
public sealed class Visit(Tenant tenant)
{
    public Tenant Tenant { get; } = tenant;

    public int Depth { get; set; }

    public void Enter() => [|Tenant.Depth|]++;
}
