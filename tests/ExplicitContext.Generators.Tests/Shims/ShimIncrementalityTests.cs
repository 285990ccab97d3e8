using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Generators.Tests.Shims;

/// <summary>When shims are written anew, and what stays as it was: the public surface.</summary>
public class ShimIncrementalityTests
{
    private const string Api = "using ExplicitContext; namespace Sample; public static partial class Api { [ContextEntry] public static partial int M(int x); }";
    private const string Explicit = "namespace Sample; public static partial class Api { static int M(Engine engine, int x) => x; }";
    private const string Other = "using ExplicitContext; namespace Sample; public static partial class Other { [ContextEntry] public static partial int N(); static int N(Engine engine) => 1; }";

    [Theory]
    [InlineData(2, "namespace Sample; public static partial class Api { static int M(Engine engine, int x) => x + 1; }")]
    [InlineData(3, "using ExplicitContext; namespace Sample; public static partial class Other { [ContextEntry] public static partial int N(); static int N(Engine engine) => 2; }")]
    public void BodyEdit_EmitsNothingAnew(int file, string text)
    {
        var edited = Start().Rerun(file, text);

        Assert.All(
            new[] { TrackingNames.Result, TrackingNames.File, TrackingNames.Findings }.SelectMany(step => edited.ReasonsOf(step)),
            reasons => Assert.True(reasons.Key is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    [Fact]
    public void EditOfAnotherFileThatTakesTheExplicitMethodAway_IsNoticed()
    {
        var edited = Start().Rerun(2, Explicit.Replace("int x)", "long x)", StringComparison.Ordinal));

        Assert.DoesNotContain("Sample.Api.Shims.g.cs", edited.Sources.Keys);
        Assert.Contains("Sample.Other.Shims.g.cs", edited.Sources.Keys);
        Assert.Single(ShimWorld.Findings(edited));
    }

    [Fact]
    public void EditOfOneSignature_ModifiesItsFileAlone()
    {
        var edited = Start().Rerun(3, Other.Replace("int N", "long N", StringComparison.Ordinal)).ReasonsOf(TrackingNames.File);

        Assert.Single(edited[IncrementalStepRunReason.Modified]);
        Assert.Single(edited[IncrementalStepRunReason.Unchanged].Concat(edited[IncrementalStepRunReason.Cached]));
    }

    [Fact]
    public void NothingAskedFor_GeneratesNothing() => Assert.Empty(GeneratorTest<ShimGenerator>.Run(AmbientEngine.With(Explicit)).Sources);

    [Fact]
    public void ThePublicSurface_IsThatOfTheLegacyMembers()
    {
        const string Legacy =
            """
            using System; using System.Collections.Generic; using System.Runtime.CompilerServices; namespace Sample;
            public abstract partial class Api
            {
                [Obsolete("a")] public static int M(in int x, params string[] rest) => 1;
                public static ref readonly T N<T>(T[] all, [CallerMemberName] string? name = null, DayOfWeek day = DayOfWeek.Friday) where T : unmanaged => ref all[0];
                public static (int A, string? B) T((int X, List<string?>? Y) p) => default;
                protected virtual int P { get => 1; private set { } }
                public dynamic this[nint i, decimal d = 1.5m] => 1;
            }
            """;
        var shims = Legacy
            .Replace(" => 1;\n    public static ref", ";\n    static int M(Engine engine, in int x, params string[] rest) => 1;\n    public static ref", StringComparison.Ordinal)
            .Replace("unmanaged => ref all[0];", "unmanaged;\n    static ref readonly T N<T>(Engine engine, T[] all, string? name, DayOfWeek day) where T : unmanaged => ref all[0];", StringComparison.Ordinal)
            .Replace(" => default;", ";\n    static (int A, string? B) T(Engine engine, (int X, List<string?>? Y) p) => default;", StringComparison.Ordinal)
            .Replace("{ get => 1; private set { } }", "{ get; private set; }\n    int GetP(Engine engine) => 1; void SetP(Engine engine, int value) { }", StringComparison.Ordinal)
            .Replace("1.5m] => 1;", "1.5m] { get; }\n    dynamic GetItem(Engine engine, nint i, decimal d) => 1;", StringComparison.Ordinal)
            .Replace("    public static", "    [ExplicitContext.ContextEntry] public static partial", StringComparison.Ordinal)
            .Replace("[Obsolete(\"a\")] public static", "[Obsolete(\"a\")] [ExplicitContext.ContextEntry] public static partial", StringComparison.Ordinal)
            .Replace("protected virtual", "[ExplicitContext.ContextEntry] protected virtual partial", StringComparison.Ordinal)
            .Replace("public dynamic", "[ExplicitContext.ContextEntry] public partial dynamic", StringComparison.Ordinal);

        Assert.Equal(Surface(AmbientEngine.With(Legacy)), Surface(AmbientEngine.With(shims)));
    }

    private static IReadOnlyList<string> Surface(TestProject project)
    {
        var reference = TestCompilation.ToReference(GeneratorTest<ShimGenerator>.Run(project).Output);
        var compilation = TestCompilation.Create().AddReferences(reference);
        return
        [
            .. ((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!).GetTypeByMetadataName("Sample.Api")!.GetMembers()
                .Where(member => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected)
                .Select(member => member.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMemberOptions((SymbolDisplayMemberOptions)0xFF).WithParameterOptions((SymbolDisplayParameterOptions)0xFF).WithGenericsOptions((SymbolDisplayGenericsOptions)7))
                    + string.Concat(member.GetAttributes().Where(attribute => attribute.AttributeClass!.Name is not ("ContextEntryAttribute" or "CompilerGeneratedAttribute")).Select(attribute => attribute.ToString())))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static GeneratorRun Start() => GeneratorTest<ShimGenerator>.Run(AmbientEngine.With(Api, Explicit, Other));
}
