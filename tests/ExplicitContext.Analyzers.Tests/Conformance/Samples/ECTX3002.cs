using ExplicitContext;

[ContextType("tenant")]
public sealed class Tenant
{
    public Visit? [|Last|] { get; set; }
}

[ContextType("visit")]
public sealed class Visit(Tenant tenant)
{
    public Tenant Tenant { get; } = tenant;
}
