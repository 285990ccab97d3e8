using ExplicitContext;

namespace Consumer;

/// <summary>What is generated when overloads are asked for: a constructor, a setter, an indexer, a family.</summary>
internal static partial class Orders
{
    [PassContext]
    internal static string Describe(int amount)
    {
        var order = new Order(amount);
        order.Discount = 1;
        order[2] = amount;
        Shape[] shapes = [new Circle(), new Square()];
        return $"{order.Total} {order[2]} {shapes.Sum(shape => shape.Area(amount))}";
    }
}

internal partial class Order
{
    private readonly int[] lines = new int[4];
    private int discount;

    internal Order(int amount) => Total = amount * Engine.Current.Rate;

    internal int Total { get; }

    internal int Discount
    {
        set => discount = value * Engine.Current.Rate;
    }

    internal int this[int line]
    {
        get => lines[line] - discount;
        set => lines[line] = value * Engine.Current.Rate;
    }
}

internal abstract partial class Shape
{
    internal abstract int Area(int size);
}

internal partial class Square : Shape
{
    internal override int Area(int size) => size * size * Engine.Current.Rate;
}

internal partial class Circle : Shape
{
    internal override int Area(int size) => 3 * size * size;
}
