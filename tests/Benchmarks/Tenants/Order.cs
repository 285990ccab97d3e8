using System.Text.Json;

namespace Benchmarks.Tenants;

/// <summary>A record of ordinary size, with something in it that cannot be shared.</summary>
public sealed class Order(int id, string customer, double price, DateTime due, int[] numbers) : IShareable<Order>
{
    public int Id { get; } = id;

    public string Customer { get; } = customer;

    public double Price { get; } = price;

    public DateTime Due { get; } = due;

    public int[] Numbers { get; } = numbers;

    Type IShareable.ShareableType => typeof(Order);

    public static Order Create() => new(1, "customer", 9.95, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), [.. Enumerable.Range(0, 16)]);

    public Order Cross(ref CrossingScope scope) => new(Id, Customer, Price, Due, scope.Copy(Numbers, nameof(Numbers)));

    object IShareable.Cross(ref CrossingScope scope) => Cross(ref scope);

    /// <summary>The copy that one writes by hand.</summary>
    public Order Clone() => new(Id, Customer, Price, Due, [.. Numbers]);

    /// <summary>The copy that needs no code.</summary>
    public Order CopyByJson() => JsonSerializer.Deserialize<Order>(JsonSerializer.Serialize(this))!;
}
