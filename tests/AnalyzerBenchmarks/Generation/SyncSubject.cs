namespace AnalyzerBenchmarks.Generation;

/// <summary>Asynchronous methods of the same size, of which zompinc/sync-method-generator makes synchronous ones.</summary>
internal sealed class SyncSubject : IGenerationSubject
{
    public string Shared => """
        namespace Subject;

        public sealed class Engine
        {
            public static System.Threading.Tasks.Task<int> SeedAsync() => System.Threading.Tasks.Task.FromResult(1);

            public static int Seed() => 1;
        }
        """;

    public string File(int file, int files) => $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;

        namespace Subject;

        public static partial class Work{{file}}
        {
        {{string.Join("\n\n", Enumerable.Range(0, MethodsPerFile.Count).Select(method => Method(file, method, files)))}}
        }
        """;

    private static string Method(int file, int method, int files) => $$"""
            /// <summary>Some work.</summary>
            [Zomp.SyncMethodGenerator.CreateSyncVersion]
            public static async Task<int> Do{{file}}x{{method}}Async(int x, List<string> names)
            {
                var seed = await Engine.SeedAsync() + x;
                var total = 0;
                for (var i = 0; i < seed; i++)
                {
                    total += i * names.Count;
                }

                if (total > 100 && names.Count > 1)
                {
                    names.Add($"{total} of {seed}");
                    total = await Do{{file}}x{{(method + 1) % MethodsPerFile.Count}}Async(total - 1, names);
                }

                var last = names.Count == 0 ? "" : names[names.Count - 1];
                total += last.Length;
                total -= await Work{{(file + 1) % files}}.Do{{(file + 1) % files}}x{{method}}Async(x - 1, names);
                var more = await Engine.SeedAsync();
                return total + more;
            }
        """;
}
