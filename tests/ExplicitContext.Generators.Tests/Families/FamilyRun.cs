using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests.Families;

/// <summary>One run over an engine that has a scope, and code that uses it; what was generated, what was reported, and what it does together with code of another assembly.</summary>
internal sealed class FamilyRun
{
    private const string Engine = """
        using System.Collections.Generic;
        using ExplicitContext;
        namespace Sample;
        [ContextType("engine", ParameterName = "engine")]
        public class Engine
        {
            private static Engine current = new("ambient");
            public Engine(string name) => Name = name;
            SCOPED public static Engine Current { get => current; set => current = value; }
            public string Name { get; }
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
        using System.Threading.Tasks;
        using ExplicitContext;
        namespace Sample;

        """;

    private readonly GeneratorRun run;

    private FamilyRun(GeneratorRun run) => this.run = run;

    /// <summary>The generated code, without the head of the file and without the lines that say where the original is.</summary>
    public string Text => string.Join('\n', run.Sources.Where(source => !source.Key.Contains("Report", StringComparison.Ordinal)).SelectMany(source => source.Value.Split('\n'))
        .Where(line => !line.StartsWith('#') && !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("using", StringComparison.Ordinal)));

    public ImmutableArray<(string Rule, string Symbol, string Message)> Reports =>
    [
        .. run.Output.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass!.Name == nameof(GenerationReportAttribute))
            .Select(attribute => attribute.ConstructorArguments.Select(argument => argument.Value!).ToArray())
            .Select(values => ((string)values[0], (string)values[1], (string)values[4])),
    ];

    /// <summary>Runs the generator; what it emits compiles.</summary>
    public static FamilyRun Of(string code, bool hasScope = true, string assembly = "") =>
        new(GeneratorTest<ContextOverloadGenerator>.Run(Project(code, hasScope) is var project && assembly.Length > 0 ? project with { Sources = project.Sources.Add(new CSharpSource(assembly, "Assembly.cs")) } : project));

    public static TestProject Project(string code, bool hasScope = true) => new(
        new CSharpSource(Engine.Replace("SCOPED", hasScope ? "[AmbientAccessor(EnteredBy = nameof(Enter))]" : "[AmbientAccessor]", StringComparison.Ordinal), "Engine.cs"),
        new CSharpSource(Head + code, "Code.cs"));

    /// <summary>Calls <c>Sample.Demo.M(Engine)</c> with an engine named "given".</summary>
    public object? Call() => Call("");

    /// <summary>Calls <c>Sample.Demo.M(Engine, Other)</c>, where <c>Other</c> is the class of that name in an assembly that knows this one, or without it where there is none.</summary>
    public object? Call(string outside)
    {
        using var image = new MemoryStream();
        Assert.True(run.Output.Emit(image).Success);
        var context = new AssemblyLoadContext("family", isCollectible: true);
        image.Position = 0;
        var inside = context.LoadFromStream(image);
        var engine = Activator.CreateInstance(inside.GetType("Sample.Engine")!, "given");
        object?[] arguments = outside.Length == 0 ? [engine] : [engine, Activator.CreateInstance(Load(context, image.ToArray(), Head + outside).GetType("Sample.Other")!)];
        return inside.GetType("Sample.Demo")!.InvokeMember(
            "M",
            BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.InvokeMethod | BindingFlags.DoNotWrapExceptions,
            binder: null,
            target: null,
            arguments,
            System.Globalization.CultureInfo.InvariantCulture);
    }

    private Assembly Load(AssemblyLoadContext context, byte[] known, string code)
    {
        var compilation = CSharpCompilation.Create(
            "Outside",
            [CSharpSyntaxTree.ParseText(code, TestCompilation.ParseOptions)],
            [.. run.Output.References, MetadataReference.CreateFromImage(known)],
            TestCompilation.Options(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        context.Resolving += (loading, name) => loading.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == name.Name);
        return context.LoadFromStream(image);
    }
}
