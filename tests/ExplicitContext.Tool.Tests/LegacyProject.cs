namespace ExplicitContext.Tool.Tests;

/// <summary>A project that hangs on a static engine, with a library and a test project beside it.</summary>
public sealed class LegacyProject : IDisposable
{
    public const string Accessor = "P:Game.Engine.Current";

    public LegacyProject()
    {
        Folder.WriteProject("Game.csproj", """<ItemGroup><Compile Remove="Tests/**" /></ItemGroup>""");
        Folder.Write("Engine.cs", """
            namespace Game;
            public sealed class Engine
            {
                public static Engine Current { get; set; } = new();
                public int Scale { get; set; } = 1;
            }
            """);
        Folder.Write("Shapes.cs", """
            using System.Collections.Generic;
            namespace Game;
            public interface IShape { int Area(); }
            public sealed class Square(int side) : IShape
            {
                private static readonly int[] Powers = { 1, 10, 100 };
                public int Area() => Scaled(side * side) + Powers[0];
                private static int Scaled(int x) => x * Engine.Current.Scale;
            }
            public static class Drawing
            {
                private static readonly Dictionary<string, int> Cache = new();
                public static int Total(IShape shape) => Cache.TryGetValue("a", out var known) ? known : Cache["a"] = shape.Area();
                public static int Unit() => new Square(1).Area();
                public static void Reset() => Engine.Current = new Engine();
            }
            """);
        Folder.WriteProject("Tests/Game.Tests.csproj", """
            <PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>
            <ItemGroup><ProjectReference Include="../Game.csproj" /></ItemGroup>
            """);
        Folder.Write("Tests/Test.cs", "class Test { int Run() => Game.Engine.Current.Scale; }");
        Folder.Write("All/Game.slnx", """<Solution><Project Path="../Game.csproj" /><Project Path="../Tests/Game.Tests.csproj" /></Solution>""");
    }

    public TempFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();
}
