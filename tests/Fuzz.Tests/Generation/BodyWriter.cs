using System.Text;

namespace Fuzz.Tests.Generation;

/// <summary>Writes statements and expressions that compile where they are put.</summary>
/// <param name="random">The dice.</param>
/// <param name="members">What can be called.</param>
/// <param name="variables">The expressions of type <c>int</c> that are in scope.</param>
/// <param name="canAwait">Whether the code may wait.</param>
/// <param name="result">The statement that leaves the member early; empty where there is none.</param>
internal sealed class BodyWriter(Random random, IReadOnlyList<RandomMember> members, IEnumerable<string> variables, bool canAwait, string result)
{
    private readonly List<string> known = [.. variables];
    private readonly bool isIterator = result.StartsWith("yield", StringComparison.Ordinal);
    private Counter names = new();

    /// <summary>Some statements, one a line or more.</summary>
    public string Block(int statements, string indentation)
    {
        var text = new StringBuilder();
        for (; statements > 0; statements--)
            text.Append(indentation).Append(Statement().Replace("\n", "\n" + indentation, StringComparison.Ordinal)).Append('\n');
        return text.ToString();
    }

    /// <summary>An expression of type <c>int</c>.</summary>
    public string Int(int depth) => depth <= 0 ? Leaf() : random.Next(24) switch
    {
        0 or 1 or 2 => Ambient(),
        3 or 4 or 5 or 6 or 7 or 8 => Call(depth - 1),
        9 => $"({Int(depth - 1)} + {Int(depth - 1)})",
        10 => $"({Int(depth - 1)} > {Int(0)} ? {Int(depth - 1)} : {Int(0)})",
        11 => With(name => $"({Int(depth - 1)} switch {{ 0 => {Int(0)}, > 3 and var {name} => {name} + {Int(0)}, _ => {Int(depth - 1)} }})"),
        12 => With(name => $"({Int(depth - 1)} is var {name} && {name} > 1 ? {Int(0)} : {Int(0)})"),
        13 => $"$\"{{({Int(depth - 1)})}} {{Engine.Current.Name[..1]}}\".Length",
        14 => With(name => $"new[] {{ {Int(0)}, {Int(0)} }}.Select({name} => {Inside(name).Int(depth - 1)}).Sum()"),
        15 => With(name => $"new[] {{ {Int(0)} }}.Sum(static {name} => {Alone(name).Int(depth - 1)})"),
        16 => With(name => $"(from {name} in new[] {{ {Int(0)}, 2 }} where {name} >= {Inside(name).Int(0)} select {Inside(name).Int(depth - 1)}).Sum()"),
        17 => $"((Func<int>)(() => {Inside().Int(depth - 1)}))()",
        18 => $"(((int?){Int(0)}) ?? {Int(depth - 1)})",
        19 => $"new List<int> {{ {Int(depth - 1)}, {Int(0)} }}.Count",
        20 => $"(({Int(depth - 1)}, {Int(0)}).Item1)",
        21 => $"new[] {{ {Int(depth - 1)} }}[0]",
        22 => $"checked((int)(long){Int(depth - 1)})",
        _ => $"(nameof(Engine).Length % 2 + {Int(depth - 1)})",
    };

    private string Leaf() => random.Next(4) switch
    {
        0 => Ambient(),
        1 => random.Next(5).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => known.Count == 0 ? "1" : known[random.Next(known.Count)],
    };

    private string Ambient() => random.Next(6) switch
    {
        0 => "Engine.Current.Next()",
        1 => "Engine.Current.Name.Length",
        2 => "Engine.Find().Depth",
        3 => "global::Sample.Engine.Current.Depth",
        4 => With(name => $"(Engine.Current is {{ Depth: var {name} }} ? {name} : 0)"),
        _ => "Engine.Current.Depth",
    };

    private string Call(int depth)
    {
        var member = members[random.Next(members.Count)];
        var (type, name) = (member.Type, member.Name);
        var instance = $"new {type}()";
        return member.Kind switch
        {
            MemberKind.StaticMethod => $"{type}.{name}({Int(depth)})",
            MemberKind.InstanceMethod => random.Next(2) == 0 ? $"{instance}.{name}({Int(depth)}, y: {Int(0)})" : $"((({type}?){instance})?.{name}({Int(depth)}, {Int(0)}) ?? 0)",
            MemberKind.GenericMethod => $"{type}.{name}({(random.Next(2) == 0 ? "\"a\"" : "new object()")}, {Int(depth)})",
            MemberKind.AsyncMethod => canAwait && random.Next(2) == 0 ? $"(await {type}.{name}({Int(depth)}))" : $"{type}.{name}({Int(depth)}).GetAwaiter().GetResult()",
            MemberKind.Iterator => $"{type}.{name}({Int(depth)}).Sum()",
            MemberKind.AsyncIterator => $"({type}.{name}({Int(depth)}).GetHashCode() % 1)",
            MemberKind.ExtensionMethod => random.Next(2) == 0 ? $"({Int(depth)}).{name}({(random.Next(2) == 0 ? "" : Int(0))})" : $"Extensions.{name}({Int(depth)})",
            MemberKind.StaticProperty => $"{type}.{name}",
            MemberKind.InstanceProperty => random.Next(4) == 0 ? $"({instance} is {{ {name}: > 2 }} ? 1 : 0)" : $"{instance}.{name}",
            MemberKind.OutMethod => With(variable => $"({type}.{name}({Int(depth)}, out var {variable}) + {variable})"),
            MemberKind.RefMethod => $"{type}.{name}(ref (new int[1])[0], {Int(depth)})",
            MemberKind.ParamsMethod => $"{type}.{name}({(random.Next(3) switch { 0 => "", 1 => $"{Int(depth)}, \"b\", null", _ => $"Engine.Current, {Int(0)}, 3" })})",
            MemberKind.ObjectMethod => $"{type}.{name}({(random.Next(3) switch { 0 => "(object?)null", 1 => "Engine.Current", _ => Int(depth) })}, {Int(0)})",
            MemberKind.OptionalMethod => $"{type}.{name}({(random.Next(3) switch { 0 => "", 1 => $"text: \"c\", x: {Int(depth)}", _ => Int(depth) })})",
            MemberKind.TupleMethod => $"{type}.{name}({Int(depth)}).First",
            MemberKind.VirtualMethod => $"{instance}.{name}({Int(depth)})",
            MemberKind.Indexer => $"{instance}[{Int(depth)}]",
            MemberKind.Operator => $"({instance} + {Int(depth)})",
            _ => Int(depth),
        };
    }

    private string Statement() => random.Next(15) switch
    {
        0 or 1 => Declare(name => $"var {name} = {Int(3)};"),
        2 => $"if ({Int(2)} > {Int(1)})\n    {(result.Length > 0 ? result : ";")}",
        3 => With(name => $"foreach (var {name} in new[] {{ {Int(1)}, {Int(2)} }})\n    _ = {Inside(name).Int(2)};"),
        4 => With(name => $"for (var {name} = 0; {name} < 2; {name}++)\n{{\n    _ = {Inside(name).Int(2)};\n}}"),
        5 => isIterator ? $"_ = {Int(2)};" : $"try\n{{\n    _ = {Inside().Int(2)};\n}}\nfinally\n{{\n    _ = {Inside().Int(1)};\n}}",
        6 => Local(isStatic: false),
        7 => Local(isStatic: true),
        8 => With(one => Declare(two => $"var ({one}, {two}) = ({Int(2)}, {Int(1)});")),
        9 => members.FirstOrDefault(member => member.Kind == MemberKind.Disposable) is { } disposable ? $"using (new {disposable.Type}())\n    _ = {Int(2)};" : "lock (typeof(Engine)) { }",
        10 => With(name => $"Func<int, int> {name} = {name}x => {name}x + {Inside(name + "x").Int(2)};\n_ = {name}({Int(1)});"),
        11 => canAwait ? $"await Task.FromResult({Int(2)});" : $"switch ({Int(1)})\n{{\n    case 0:\n        _ = {Inside().Int(2)};\n        break;\n    default:\n        break;\n}}",
        12 => members.FirstOrDefault(member => member is { Kind: MemberKind.StaticMethod, Name: not "Group" }) is { } natural
            ? With(name => $"{(random.Next(4) == 0 ? "var" : "Func<int, int>")} {name} = {natural.Type}.{natural.Name};\n_ = {name}({Int(1)});")
            : ";",
        13 => $"// A comment, and a nested block.\n{{\n    _ = {Inside().Int(2)};\n}}",
        _ => $"_ = {Int(3)};",
    };

    private string Local(bool isStatic) => With(name =>
    {
        var body = isStatic ? Alone(name + "x") : Inside(name + "x");
        return $"{(isStatic ? "static " : "")}int {name}(int {name}x) => Host.IsOut() ? 0 : {body.Int(2)};\n_ = {name}({Int(1)});";
    });

    private string Declare(Func<string, string> text)
    {
        var name = Fresh();
        var written = text(name);
        known.Add(name);
        return written;
    }

    private string With(Func<string, string> text) => text(Fresh());

    private string Fresh() => $"v{++names.Last}";

    /// <summary>Code that sees what is around it, and names of its own.</summary>
    private BodyWriter Inside(params string[] own) => Nested([.. known, .. own]);

    /// <summary>Code that sees nothing of what is around it.</summary>
    private BodyWriter Alone(params string[] own) => Nested(own);

    private BodyWriter Nested(IEnumerable<string> scope)
    {
        var nested = new BodyWriter(random, members, scope, canAwait: false, "");
        nested.names = names;
        return nested;
    }

    /// <summary>One for a whole member, so that no name hides another.</summary>
    private sealed class Counter
    {
        public int Last { get; set; }
    }
}
