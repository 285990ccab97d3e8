using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>One program of the matrix, generated for and ready to run in its legacy and in its generated form.</summary>
internal sealed class ConstructProgram
{
    /// <summary>The context type, its ambient accessor, and the host that sets and asks.</summary>
    public const string World = """
        using System.Collections.Generic;
        using ExplicitContext;
        namespace Sample;
        [ContextType("engine", ParameterName = "engine")]
        public partial class Engine
        {
            private static Engine current = new("nobody");
            private int depth;
            public Engine(string name) => Name = name;
            [AmbientAccessor] public static Engine Current { get { Reads++; return current; } set => current = value; }
            public static int Reads { get; private set; }
            public static List<string> Seen { get; } = [];
            public string Name { get; }
            public int Depth { get { Seen.Add(Name + depth); return depth; } }
            public int Next() { depth++; return Depth; }
        }
        public static class Host
        {
            public static void Enter(Engine engine) => Engine.Current = engine;
            public static Engine Create(string name) => new(name);
            public static string Seen() => string.Join(" ", Engine.Seen);
            public static int Reads() => Engine.Reads;
        }
        """;

    /// <summary>What the engine has besides where it can be made the ambient one for a while.</summary>
    private const string Scope = """
        namespace Sample;
        public partial class Engine
        {
            public static System.IDisposable Enter(Engine engine) => new Entered(engine);
            private sealed class Entered : System.IDisposable
            {
                private readonly Engine before = current;
                public Entered(Engine engine) => current = engine;
                public void Dispose() => current = before;
            }
        }
        """;

    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using ExplicitContext;
        namespace Sample;
        public partial class Demo
        {
        """;

    private readonly GeneratorRun run;

    public ConstructProgram(string program, bool hasScope = false)
    {
        var code = new CSharpSource(IsWholeFile(program) ? program : $"{Head}\n{program}\n}}\n", "Code.cs");
        run = GeneratorTest<ContextOverloadGenerator>.Run(hasScope
            ? new(new CSharpSource(World.Replace("[AmbientAccessor]", "[AmbientAccessor(EnteredBy = nameof(Enter))]", StringComparison.Ordinal), "Engine.cs"), code, new CSharpSource(Scope, "Scope.cs"))
            : new(new CSharpSource(World, "Engine.cs"), code));
    }

    /// <summary>What was generated, for a person to read when a program fails.</summary>
    public string Text => string.Join("\n", run.Sources.Values);

    /// <summary>The program as it is written.</summary>
    public CSharpCompilation Input => run.Input;

    /// <summary>Whether <c>M</c> has an overload that takes the context.</summary>
    public bool HasOverload => Overload is not null;

    /// <summary>What that overload is called, or null.</summary>
    public string? Overload => run.Output.GetTypeByMetadataName("Sample.Demo")!.GetMembers().OfType<IMethodSymbol>()
        .FirstOrDefault(method => method.Name is "M" or "MWithEngine" && method.Parameters.Any(parameter => parameter.Type.Name == "Engine"))?.Name;

    /// <summary>Whether any overload was generated.</summary>
    public bool Emits => run.Sources.Keys.Any(hint => !hint.Contains("Report", StringComparison.Ordinal));

    /// <summary>The messages of what could not be generated.</summary>
    public IReadOnlyList<string> Reports => ReportsOf(run);

    /// <summary>The messages of what could not be generated in a run.</summary>
    public static IReadOnlyList<string> ReportsOf(GeneratorRun run) =>
    [
        .. run.Output.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass!.Name == nameof(GenerationReportAttribute))
            .Select(attribute => (string)attribute.ConstructorArguments[4].Value!),
    ];

    /// <summary>Calls the legacy form while the ambient is the engine that counts.</summary>
    public Observation Legacy() => Observe(ambient: "given", given: null);

    /// <summary>Calls the overload with the engine that counts, while the ambient is another one.</summary>
    public Observation Generated(string ambient) => Observe(ambient, given: "given");

    private static bool IsWholeFile(string program) => program.Contains("using ExplicitContext;", StringComparison.Ordinal);

    private Observation Observe(string ambient, string? given) => Observe(CompiledProgram.Emit(run.Output), "Sample.Demo", ambient, given, Overload);

    /// <summary>Calls <c>M</c> of a class with one engine as the ambient, or, where an engine is given, its overload with that as the context.</summary>
    public static Observation Observe(byte[] image, string type, string ambient, string? given, string? overload = null)
    {
        using var program = new CompiledProgram(image);
        var around = program.Call("Sample.Host", "Create", ambient);
        var handed = given is null || given == ambient ? around : program.Call("Sample.Host", "Create", given);
        program.Call("Sample.Host", "Enter", around);
        var result = given is null ? program.Call(type, "M") : program.Call(type, overload ?? "M", handed);
        return new(result, (string)program.Call("Sample.Host", "Seen")!, (int)program.Call("Sample.Host", "Reads")!);
    }
}
