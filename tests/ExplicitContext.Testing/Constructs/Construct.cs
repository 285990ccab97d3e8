namespace ExplicitContext.Testing.Constructs;

/// <summary>
/// A construct of the language that calls a member, in a small program: every method whose name begins with <c>M</c> reaches the accessor
/// <c>Engine.Current</c> through exactly this construct, every method whose name begins with <c>N</c> is its twin that does not.
/// </summary>
/// <param name="Name">The construct, as test explorers show it.</param>
/// <param name="Source">The program, without the engine.</param>
/// <param name="NeedsCSharp14">Whether the older lane cannot parse it.</param>
public sealed record Construct(string Name, string Source, bool NeedsCSharp14 = false)
{
    /// <summary>What every program stands on. <c>Engine.Read</c> is not an accessor, so that it reaches like any other member.</summary>
    public const string World = """
        global using System;
        global using System.Collections;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Runtime.CompilerServices;
        global using System.Threading.Tasks;
        using ExplicitContext;
        public class Engine
        {
            [AmbientAccessor] public static Engine Current = new();
            public int Depth;
        }
        public static class Ambient { public static int Read() => Engine.Current.Depth; }
        """;

    public override string ToString() => Name;
}
