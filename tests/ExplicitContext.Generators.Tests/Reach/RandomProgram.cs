using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests.Reach;

/// <summary>
/// A program of a few types that call one another in all ways, and random edits of it. It need not compile: what does not exist yet, an edit may add,
/// and what binds to it must be noticed.
/// </summary>
internal sealed class RandomProgram
{
    private const int Types = 8;
    private const int Kinds = 14;
    private readonly Random random;
    private readonly string attribute;
    private readonly List<string>[] members = new List<string>[Types];
    private readonly string[] headers = new string[Types];
    private readonly string[] usings = new string[Types];

    /// <param name="seed">Makes the program and its edits repeatable.</param>
    /// <param name="attribute">Stands on most of the types.</param>
    public RandomProgram(int seed, string attribute = "")
    {
        random = new(seed);
        this.attribute = attribute;
        for (var type = 0; type < Types; type++)
        {
            members[type] = [.. Enumerable.Range(0, Kinds).Select(kind => Member(type, kind))];
            headers[type] = Header(type);
            usings[type] = "";
        }
    }

    public CSharpCompilation Compilation() => TestCompilation.Create([AmbientEngine.Source, .. Enumerable.Range(0, Types).Select(type => new CSharpSource(Text(type), $"T{type}.cs"))]);

    /// <summary>Edits one file, as a person does, and tells what was done.</summary>
    public CSharpCompilation Edit(CSharpCompilation compilation, out string what)
    {
        var type = random.Next(Types);
        what = $"T{type}: {Edit(type)}";
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath.EndsWith($"T{type}.cs", StringComparison.Ordinal));
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(Text(type), (CSharpParseOptions)tree.Options, tree.FilePath));
    }

    private string Edit(int type)
    {
        var at = random.Next(Kinds);
        switch (random.Next(12))
        {
            case 0:
                headers[type] = Header(type);
                return headers[type];
            case 1:
                usings[type] = random.Next(2) == 0 ? "" : $"using static Sample.T{random.Next(Types)};\nusing Alias = Sample.T{random.Next(Types)};\n";
                return usings[type];
            case 2:
                members[type][at] = "// a remark";
                return "removal";
            case 3:
                members[type][at] = Member(type, random.Next(Kinds));
                return members[type][at];
            default:
                members[type][at] = Member(type, at);
                return members[type][at];
        }
    }

    private string Text(int type) => $"using System;\n{usings[type]}namespace Sample;\n{headers[type]}\n{{\n    {string.Join("\n    ", members[type])}\n}}\n";

    private string Header(int type) =>
        (random.Next(20) == 0 ? "[ExplicitContext.ContextEntry] " : attribute.Length > 0 && random.Next(3) > 0 ? attribute : "") + $"public partial class T{type}"
        + (type > 0 && random.Next(2) == 0 ? $" : T{random.Next(type)}" + (random.Next(2) == 0 ? ", IThing" : "") : random.Next(3) == 0 ? " : IThing" : "")
        + (type == 0 ? " { } public interface IThing { int V0(); int P0 { get; } } public partial class T0" : "");

    private string Member(int type, int kind) => kind switch
    {
        0 => $"public static int S{random.Next(3)}() => {Expression()};",
        1 => $"public static int S{random.Next(3)}({Parameter()} x) => {Expression()};",
        2 => $"public int M{random.Next(3)}() {{ {Statement()} return {Expression()}; }}",
        3 => $"public virtual int V{random.Next(2)}() => {Expression()};",
        4 => $"public override int V{random.Next(2)}() => {Expression()};",
        5 => $"public virtual int P0 => {Expression()};",
        6 => $"public T{type}() {{ {Statement()} }}",
        7 => $"public T{type}(int x) : this() {{ {Statement()} }}",
        8 => $"private int f{random.Next(3)} = {Expression()};",
        9 => $"public static implicit operator int(T{type} x) => {Expression()};",
        10 => $"public static T{type} operator +(T{type} x, int y) {{ {Statement()} return x; }}",
        11 => $"public int this[int i] => {Expression()};",
        12 => $"public T{random.Next(Types)} N{random.Next(2)}() {{ {Statement()} return null!; }}",
        _ => $"public void Deconstruct(out int a, out int b) {{ a = {Expression()}; b = 1; }}",
    };

    private string Parameter() => random.Next(3) switch { 0 => "int", 1 => "long", _ => $"T{random.Next(Types)}" };

    private string Statement() => random.Next(5) switch
    {
        0 => $"var (a, b) = new T{random.Next(Types)}();",
        1 => $"Func<int> g = T{random.Next(Types)}.S{random.Next(3)};",
        2 => $"T{random.Next(Types)} made = new();",
        3 => $"var sum = new T{random.Next(Types)}() + 1;",
        _ => "",
    };

    private string Expression() => random.Next(19) switch
    {
        0 or 16 or 17 => "Engine.Current.Depth",
        1 or 2 or 3 => $"T{random.Next(Types)}.S{random.Next(3)}()",
        4 => $"S{random.Next(3)}()",
        5 => $"T{random.Next(Types)}.S{random.Next(3)}(1)",
        6 => $"new T{random.Next(Types)}().M{random.Next(3)}()",
        7 => $"new T{random.Next(Types)}().V{random.Next(2)}()",
        8 => $"((IThing)new T{random.Next(Types)}()).V0()",
        9 => $"new T{random.Next(Types)}().P0",
        10 => $"1 + new T{random.Next(Types)}()",
        11 => $"new T{random.Next(Types)}(1)[2]",
        12 => $"new T{random.Next(Types)}().N{random.Next(2)}().M{random.Next(3)}()",
        13 => $"Alias.S{random.Next(3)}()",
        14 => $"new T{random.Next(Types)}().N{random.Next(2)}().N{random.Next(2)}()[1]",
        _ => "1",
    };
}
