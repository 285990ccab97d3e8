using System.Text;

namespace AnalyzerBenchmarks.Builds;

/// <summary>A project of two hundred files with two ambient reads each, that call each other in chains of ten.</summary>
internal sealed class Subject : IDisposable
{
    private const int Files = 200;
    private readonly string folder = Directory.CreateTempSubdirectory("analyzer-cost-").FullName;

    public Subject()
    {
        Write("Engine.cs", """
            namespace Subject;

            public sealed class Engine
            {
                private static readonly Engine Only = new();

                public static Engine Current => Only;

                public int Seed { get; set; }
            }
            """);
        for (var file = 0; file < Files; file++)
            Write($"Work{file}.cs", Source(file));
        Write("ExplicitContext.txt", "T:Subject.Engine; context; scope=engine; parameter=engine\nP:Subject.Engine.Current\n");
        Write("Subject.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
            </Project>
            """);
    }

    public string Project => Path.Combine(folder, "Subject.csproj");

    public string Configuration => Path.Combine(folder, "ExplicitContext.txt");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private static string Source(int file)
    {
        var text = new StringBuilder($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;

            namespace Subject;

            internal sealed class Work{{file}}
            {
                private readonly List<int> values = [];

                public int Deep(int x) => Engine.Current.Seed + x;

                public void Touch(int x) => Engine.Current.Seed = x;

            """);
        for (var step = 0; step < 10; step++)
        {
            var callee = step == 0 ? "Deep" : $"Step{step - 1}";
            text.Append($$"""

                    public int Step{{step}}(int x)
                    {
                        var sum = 0;
                        foreach (var value in values.Where(value => value > x).Select(value => value * {{step + 1}}))
                            sum += value;
                        var name = $"step {{step}} of {sum}";
                        if (name.Length > 12 && !name.Contains("none", StringComparison.Ordinal))
                            sum += {{callee}}(sum);
                        return Math.Max(sum, x);
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }
}
