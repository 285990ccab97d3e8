using ExplicitContext.Testing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Tests.Passing;

/// <summary>Members in a class of the world, so that a test shows only its situation.</summary>
internal static class Situation
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Linq.Expressions; using System.Threading.Tasks; using ExplicitContext;\n";

    /// <summary>What the analyzer reports in the members is exactly what is marked.</summary>
    public static Task Verify<TAnalyzer>(string members)
        where TAnalyzer : DiagnosticAnalyzer, new() => VerifyFile<TAnalyzer>($"partial class C\n{{\n{members}\n}}");

    /// <summary>The same for whole declarations.</summary>
    public static Task VerifyFile<TAnalyzer>(string declarations)
        where TAnalyzer : DiagnosticAnalyzer, new() => AnalyzerTest<TAnalyzer>.VerifyAsync(EngineProject.With(Usings + declarations));

    /// <summary>The one message in the members.</summary>
    public static async Task VerifyMessage<TAnalyzer>(string members, string message)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        await AnalyzerTest<TAnalyzer>.VerifyAsync(EngineProject.With($"{Usings}partial class C\n{{\n{members}\n}}"), severity: null, message);
}
