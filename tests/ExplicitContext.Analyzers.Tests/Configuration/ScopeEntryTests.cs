using ExplicitContext.Analyzers.Configuration;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Configuration;

/// <summary>ECTX0001 and ECTX0003 about the method by which a context is entered, in a text file and in an attribute.</summary>
public sealed class ScopeEntryTests
{
    private const string Source = """
        using System;
        namespace N;
        public class C
        {
            public static C Current => new();
            public static IDisposable Enter(C c) => null!;
            public static IDisposable EnterAs(string name, C c) => null!;
            public static IDisposable Find(string name) => null!;
            public static void Set(C c) { }
            public IDisposable Visit(out int number, int time = 3) { number = 1; return null!; }
            public Guest Stay() => default;
            public static int Number => 1;
        }
        public ref struct Guest { public void Dispose() { } }
        """;

    [Theory]
    [InlineData("Enter")]
    [InlineData("Visit")]
    [InlineData("Stay")]
    [InlineData("M:N.C.Enter(N.C)")]
    [InlineData("M:N.C.Visit(System.Int32@,System.Int32)")]
    public Task MethodThatEnters_DoesNotTrigger(string method) => Verify($"T:N.C\nP:N.C.Current; entered-by={method}; message=\"Ask\"");

    [Theory]
    [InlineData("Missing")]
    [InlineData("Number")]
    [InlineData("Set")]
    [InlineData("Find")]
    [InlineData("EnterAs")]
    [InlineData("M:N.C.Enter")]
    [InlineData("M:System.GC.Collect")]
    public Task MethodThatDoesNot_TriggersAtTheOption(string method) => Verify($"T:N.C\nP:N.C.Current; message=\"Ask\"; {{|ECTX0001:entered-by={method}|}}");

    [Theory]
    [InlineData("{|ECTX0003:T:N.C|}; entered-by=Enter")]
    [InlineData("P:N.C.Current; {|ECTX0003:entered-by=|}")]
    public Task OptionThatDoesNotBelong_Triggers(string file) => Verify(file);

    [Theory]
    [InlineData("EnteredBy = nameof(Enter)")]
    [InlineData("EnteredBy = \"M:N.D.Enter(N.D)\"")]
    [InlineData("{|ECTX0001:EnteredBy = \"Missing\"|}")]
    [InlineData("ReplacedBy = \"d\", {|ECTX0001:EnteredBy = nameof(Set)|}")]
    public Task Attribute_TriggersAtTheArgument(string arguments) => AnalyzerTest<ConfigurationAnalyzer>.VerifyAsync(
        $$"""
        using System;
        using ExplicitContext;
        namespace N;
        [ContextType("d")]
        public class D
        {
            [AmbientAccessor({{arguments}})] public static D Current => new();
            [AmbientAccessor({{arguments}})] public static D Field = new();
            [AmbientAccessor({{arguments}})] public static D Method() => new();
            public static IDisposable Enter(D d) => null!;
            public static void Set(D d) { }
        }
        """);

    private static Task Verify(string file) => AnalyzerTest<ConfigurationAnalyzer>.VerifyAsync(new TestProject(Source).WithContextFile(file));
}
