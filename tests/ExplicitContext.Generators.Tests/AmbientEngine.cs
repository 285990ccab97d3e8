using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests;

/// <summary>A context type with an ambient accessor that notes every read, as the legacy side of the tests.</summary>
internal static class AmbientEngine
{
    public static CSharpSource Source { get; } = new(
        """
        using System.Collections.Generic;
        using ExplicitContext;

        namespace Sample;

        [ContextType("engine", ParameterName = "engine")]
        public class Engine
        {
            private static Engine current = new("ambient");

            public Engine(string name) => Name = name;

            [AmbientAccessor]
            public static Engine Current
            {
                get
                {
                    Reads.Add(current.Name);
                    return current;
                }
                set => current = value;
            }

            public static List<string> Reads { get; } = [];

            public string Name { get; }

            public int Depth { get; set; }

            public Settings Settings { get; } = new();

            public int Next() => ++Depth;
        }

        public class Settings
        {
            public int Limit { get; set; } = 10;
        }
        """,
        "Engine.cs");

    /// <summary>A project of the engine and of code that uses it.</summary>
    public static TestProject With(params string[] sources) =>
        new([Source, .. sources.Select((text, position) => new CSharpSource(text, $"Code{(position == 0 ? "" : position.ToString())}.cs"))]);
}
