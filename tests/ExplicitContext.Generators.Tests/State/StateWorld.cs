using ExplicitContext.Generators.Tests.Shims;
using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests.State;

/// <summary>Code whose state lives in contexts: those of the runtime, and a tenant of the user's.</summary>
internal static class StateWorld
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Threading; using ExplicitContext; using ExplicitContext.Runtime; using ThreadState = ExplicitContext.Runtime.ThreadState; namespace Sample;\n";

    private const string Tenant =
        """
        using System;
        using ExplicitContext;

        namespace Sample;

        [ContextType("tenant")]
        public partial class Tenant(string name) : IDisposable
        {
            [ThreadStatic] private static Tenant? current;

            [AmbientAccessor]
            public static Tenant Current => current ?? throw new InvalidOperationException("no tenant");

            public string Name => name;

            public static T In<T>(Tenant tenant, Func<Tenant, T> action)
            {
                var before = current;
                current = tenant;
                try
                {
                    return action(tenant);
                }
                finally
                {
                    current = before;
                }
            }

            public void Dispose() => Ended();

            partial void Ended();
        }
        """;

    /// <summary>The code, a tenant, and in a tenant with slots what ends them.</summary>
    public static TestProject With(string code, bool hasSlots = true) => new(
        [.. new[] { Usings + code, Tenant, hasSlots ? "namespace Sample; public partial class Tenant { partial void Ended() => DisposeSlots(); }" : "" }.Where(text => text.Length > 0).Select(text => (CSharpSource)text)]);

    /// <summary>What <c>Program.Run</c> returns.</summary>
    public static string Run(TestProject project)
    {
        var run = GeneratorTest<StateGenerator>.Run(project);
        Assert.Empty(ShimWorld.Findings(run));
        using var program = new CompiledProgram(run.Output);
        return $"{program.Call("Sample.Program", "Run")}";
    }

    /// <summary>Asserts the one thing that the generator has to say.</summary>
    public static void AssertReported(TestProject project, string rule, string symbol, string reason)
    {
        var finding = Assert.Single(ShimWorld.Findings<StateGenerator>(project));
        Assert.Equal((rule, symbol), (finding.Rule, finding.Symbol));
        Assert.Contains(reason, finding.Message, StringComparison.Ordinal);
    }
}
