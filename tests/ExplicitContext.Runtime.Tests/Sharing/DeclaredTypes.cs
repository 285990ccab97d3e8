using System.Collections.Immutable;

namespace ExplicitContext.Runtime.Tests;

// Types as users declare them; the generator gives them their other part.
[Shareable]
public sealed partial record Settings(int Depth, string? Name, ImmutableArray<string> Paths);

[Shareable]
public sealed partial record Reading(int Id, string Name, double Weight, int[] Points);

[Shareable]
public sealed partial record Envelope<T>(int Id, T Payload);

[Shareable]
public sealed partial class Node(string name)
{
    private readonly Dictionary<string, Node> named = [];

    public string Name { get; } = name;

    public Node? Next { get; set; }

    public List<Node> Children { get; init; } = [];

    public Dictionary<string, Node> Named => named;
}

[Shareable]
public partial record Shape(string Name);

[Shareable]
public sealed partial record Polygon(string Name, int[] Corners) : Shape(Name);

[Shareable]
public sealed partial record Labelled(string Name, object Label) : Shape(Name);

public sealed record Doodle(string Name) : Shape(Name)
{
    public int Strokes { get; set; }
}

[Shareable]
public readonly partial record struct Span2(Reading From, Reading? To);

[Shareable]
public partial struct Pixel
{
    public int X;
    public int Y;
}

public interface IMoving
{
    void Move();
}

[Shareable]
public partial struct Particle : IMoving
{
    public int X;

    public void Move() => X++;
}

[Shareable]
public sealed partial class Adder(int by, object? note, int[] table)
{
    public int Add(int x) => x + by + table.Length;

    public object? Note => note;

    public int[] Table => table;
}

public static partial class Holder<T>
{
    [Shareable]
    internal sealed partial class Box<TItem>(T key, TItem item)
    {
        public T Key { get; } = key;

        public TItem Item { get; init; } = item;

        public TItem[] Items { get; } = [item];
    }
}

// Marked, but not partial: judged by their fields.
[Shareable]
public sealed class Plain(int id, object? content)
{
    private readonly object? content = content;

    public int Id { get; } = id;

    public object? Content => content;
}

[Shareable]
public sealed class Careless
{
    public int Count { get; set; }
}

[Shareable]
public class Open(string name)
{
    public string Name { get; } = name;
}

public sealed class OpenAndMore(string name) : Open(name)
{
    public int Count { get; set; }
}

[Shareable]
public sealed class OpenAndMarked(string name, Careless? careless) : Open(name)
{
    public Careless? Careless { get; } = careless;
}
