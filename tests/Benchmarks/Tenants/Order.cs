using System.Text.Json;

namespace Benchmarks.Tenants;

/// <summary>A record of ordinary size, with something in it that cannot be shared.</summary>
[Shareable]
public sealed partial record Order(int Id, string Customer, double Price, DateTime Due, int[] Numbers)
{
    public static Order Create() => new(1, "customer", 9.95, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), [.. Enumerable.Range(0, 16)]);

    /// <summary>The copy that one writes by hand.</summary>
    public Order CopyByHand() => new(Id, Customer, Price, Due, [.. Numbers]);

    /// <summary>The copy that needs no code.</summary>
    public Order CopyByJson() => JsonSerializer.Deserialize<Order>(JsonSerializer.Serialize(this))!;
}
