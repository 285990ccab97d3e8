using System.Text;
using ExplicitContext.Testing;

namespace Fuzz.Tests.Generation;

/// <summary>A program that compiles, of a few types whose members read the ambient engine and call one another in all ways, made from a seed.</summary>
internal sealed class RandomProgram
{
    private const string World = """
        using System.Collections.Generic;
        using ExplicitContext;
        namespace Sample;
        [ContextType("engine", ParameterName = "engine")]
        public class Engine
        {
            private static Engine current = new("nobody");
            private int depth;
            public Engine(string name) => Name = name;
            [AmbientAccessor] public static Engine Current { get => current; set => current = value; }
            [AmbientAccessor] public static Engine Find() => current;
            public static List<string> Seen { get; } = [];
            public string Name { get; }
            public int Depth { get { Seen.Add(Name + depth); return depth % 5; } }
            public int Next() { depth++; return Depth; }
        }
        public static class Host
        {
            private static int fuel = 400;
            public static bool IsOut() => fuel-- <= 0;
            public static void Enter(Engine engine) => Engine.Current = engine;
            public static Engine Create(string name) => new(name);
            public static string Seen() => string.Join(" ", Engine.Seen);
        }
        """;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using ExplicitContext;
        namespace Sample;

        """;

    private static readonly string[] Headers = ["public partial class {0}", "internal sealed partial class {0}", "public partial record {0}", "public partial struct {0}", "public readonly partial struct {0}", "internal partial record struct {0}"];
    private readonly Random random;
    private readonly Random traps;
    private readonly List<RandomMember> members = [];

    public RandomProgram(int seed, int types, int membersPerType)
    {
        random = new(seed);
        traps = new(-seed);
        var headers = Enumerable.Range(0, types).Select(_ => Headers[random.Next(Headers.Length)]).ToList();
        for (var type = 0; type < types; type++)
        {
            for (var member = 0; member < membersPerType; member++)
                members.Add(Declare($"T{type}", member, headers[type]));
        }

        Sources =
        [
            new(World, "Engine.cs"),
            .. Enumerable.Range(0, types).Select(type => new CSharpSource(Usings + TypeText($"T{type}", headers[type]), $"T{type}.cs")),
            new(Usings + ExtensionsText(), "Extensions.cs"),
            new(Usings + DemoText(), "Demo.cs"),
            new(Usings + TrapsText(), "Traps.cs"),
        ];
    }

    /// <summary>The files.</summary>
    public IReadOnlyList<CSharpSource> Sources { get; }

    /// <summary>How many members have a body that is random.</summary>
    public int Members => members.Count + 1;

    private RandomMember Declare(string type, int number, string header)
    {
        var kind = (MemberKind)random.Next(Enum.GetValues<MemberKind>().Length);
        if (kind is MemberKind.VirtualMethod && (header.Contains("struct", StringComparison.Ordinal) || header.Contains("sealed", StringComparison.Ordinal)))
            kind = MemberKind.InstanceMethod;
        if (kind is MemberKind.Indexer or MemberKind.Operator or MemberKind.Disposable && members.Exists(other => other.Type == type && other.Kind == kind))
            kind = MemberKind.StaticMethod;

        // Some methods form a group, in which an overload more may change what a call means.
        var isGrouped = random.Next(3) == 0 && kind is MemberKind.StaticMethod or MemberKind.ParamsMethod or MemberKind.ObjectMethod && !members.Exists(other => other.Type == type && other.Name == "Group" && other.Kind == kind);
        return new(kind == MemberKind.ExtensionMethod ? "Extensions" : type, isGrouped && kind != MemberKind.ExtensionMethod ? "Group" : $"{type}M{number}", kind);
    }

    private string TypeText(string type, string header)
    {
        var text = new StringBuilder();
        if (random.Next(3) > 0)
            text.Append("[PassContext]\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{string.Format(System.Globalization.CultureInfo.InvariantCulture, header, type)}{(members.Exists(member => member.Type == type && member.Kind == MemberKind.Disposable) ? " : IDisposable" : "")}\n{{\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"    public {type}() {{ }}\n");
        foreach (var member in members.Where(member => member.Type == type))
            text.Append('\n').Append(MemberText(member));
        if (random.Next(3) == 0)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n    internal static partial class Nested\n    {{\n        [PassContext]\n        public static int Inner(int x) => {Body("x").Int(2)};\n    }}\n");
        return text.Append("}\n").ToString();
    }

    private string ExtensionsText() =>
        $"public static partial class Extensions\n{{\n{string.Join("\n", members.Where(member => member.Type == "Extensions").Select(MemberText))}}}\n";

    private string DemoText()
    {
        var body = Body();
        return $"public static partial class Demo\n{{\n    [PassContext]\n    public static string M()\n    {{\n{body.Block(6, "        ")}        return \"\" + {body.Int(3)};\n    }}\n}}\n";
    }

    /// <summary>Uses for whose sake an overload cannot have the usual name: what becomes a plain delegate must be alone, and a call with the context first must go where it went.</summary>
    private string TrapsText()
    {
        var uses = from member in members
                   where traps.Next(5) == 0
                   let owner = member.Kind is MemberKind.InstanceMethod or MemberKind.VirtualMethod ? $"new {member.Type}()" : member.Type
                   select member.Kind switch
                   {
                       MemberKind.ParamsMethod => $"{owner}.{member.Name}(engine, 1)",
                       MemberKind.ObjectMethod => $"{owner}.{member.Name}(engine, 1)",
                       MemberKind.StaticMethod or MemberKind.InstanceMethod or MemberKind.VirtualMethod or MemberKind.AsyncMethod or MemberKind.Iterator or MemberKind.OutMethod or MemberKind.TupleMethod
                           when members.Count(other => other.Type == member.Type && other.Name == member.Name) == 1 => $"{owner}.{member.Name}",
                       _ => null,
                   } into use
                   where use is not null
                   select use.EndsWith(')') ? $"        all.Add(() => {use});\n" : $"        all.Add({use});\n";
        return $"internal static class Traps\n{{\n    public static void Set(List<Delegate> all, Engine engine)\n    {{\n{string.Concat(uses)}    }}\n}}\n";
    }

    private string MemberText(RandomMember member)
    {
        var accessibility = member.Kind == MemberKind.Operator || random.Next(2) == 0 ? "public" : "internal";
        var documentation = random.Next(4) == 0 ? "    /// <summary>Does something.</summary>\n" : "";
        return documentation + new MemberWriter(random, members).Write(member, accessibility);
    }

    private BodyWriter Body(params string[] variables) => new(random, members, variables, canAwait: false, "");
}
