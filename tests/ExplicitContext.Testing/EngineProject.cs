namespace ExplicitContext.Testing;

/// <summary>Projects around one small world, so that a test shows only its situation: an engine that is ambient, with options and a logger.</summary>
public static class EngineProject
{
    /// <summary>
    /// <c>Engine.Current</c> and <c>Engine.Find()</c> yield the context, <c>Settings.Global</c> a piece of its state; <c>Session</c> is narrower
    /// and leads to the engine.
    /// </summary>
    public const string World = """
        using ExplicitContext;

        [ContextType("engine")]
        public sealed class Engine
        {
            public Options Options { get; set; } = new();
            public Logger Logger { get; } = new();
            public int Seed { get; set; }
            public event System.Action? Changed;
            public void Touch() => Changed?.Invoke();

            [AmbientAccessor] public static Engine Current { get; set; } = new();
            [AmbientAccessor] public static Engine? Maybe => Current;
            [AmbientAccessor] public static Engine Find() => Current;
            [AmbientAccessor] public static Engine Named(string name) => Current;
        }

        [ContextType("session")]
        public sealed class Session(Engine engine)
        {
            public Engine Engine { get; } = engine;
        }

        public sealed class Options { public int Depth { get; set; } }

        public sealed class Logger { public void Log(string text) { } }

        public static class Settings
        {
            [AmbientAccessor(ReplacedBy = "engine.Options")] public static Options Global { get; set; } = new();
            [AmbientAccessor] public static Options Orphan { get; set; } = new();
        }
        """;

    /// <summary>A project of the given source, with the MSBuild properties that it asks for, and the world.</summary>
    public static TestProject With(string source) => new TestProject(source, new CSharpSource(World, "World.cs")).WithPropertiesOfSources();
}
