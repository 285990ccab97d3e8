namespace AnalyzerBenchmarks.Generation;

/// <summary>Methods that read an ambient engine and call others that do.</summary>
internal sealed class ContextSubject : IGenerationSubject
{
    public string Shared => """
        using ExplicitContext;

        namespace Subject;

        [ContextType("engine")]
        public sealed class Engine
        {
            private static readonly Engine Only = new();

            [AmbientAccessor]
            public static Engine Current => Only;

            public int Seed { get; set; }
        }
        """;

    public string File(int file, int files) => $$"""
        using System.Collections.Generic;
        using ExplicitContext;

        namespace Subject;

        [PassContext]
        public static partial class Work{{file}}
        {
        {{string.Join("\n\n", Enumerable.Range(0, MethodsPerFile.Count).Select(method => Method(file, method, files)))}}
        }
        """;

    private static string Method(int file, int method, int files) => $$"""
            /// <summary>Some work.</summary>
            public static int Do{{file}}x{{method}}(int x, List<string> names)
            {
                var seed = Engine.Current.Seed + x;
                var total = 0;
                for (var i = 0; i < seed; i++)
                {
                    total += i * names.Count;
                }

                if (total > 100 && names.Count > 1)
                {
                    names.Add($"{total} of {seed}");
                    total = Do{{file}}x{{(method + 1) % MethodsPerFile.Count}}(total - 1, names);
                }

                var last = names.Count == 0 ? "" : names[names.Count - 1];
                total += last.Length;
                total -= Work{{(file + 1) % files}}.Do{{(file + 1) % files}}x{{method}}(x - 1, names);
                var engine = Engine.Current;
                engine.Seed = total;
                return total + Engine.Current.Seed;
            }
        """;
}
