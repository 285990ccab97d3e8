using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Generators.Tests;

/// <summary>For which types code is generated, and when it is generated anew.</summary>
public class ShareableGeneratorTests
{
    private const string Message = "namespace Sample; [ExplicitContext.Shareable] public sealed partial record Message(int Id, Part Part);";
    private const string Part = "namespace Sample; [ExplicitContext.Shareable] public sealed partial record Part(int[] Items);";
    private const string Unrelated = "namespace Sample; public static class Unrelated { public static int X() => 1; }";

    [Theory]
    [InlineData("[ExplicitContext.Shareable] public sealed record C(int X);")]
    [InlineData("public class Outer { [ExplicitContext.Shareable] public sealed partial record C(int X); }")]
    [InlineData("[ExplicitContext.Shareable] public sealed partial record C(System.IO.Stream X);")]
    [InlineData("[ExplicitContext.Shareable] public enum C { A }")]
    [InlineData("[ExplicitContext.Shareable] public ref partial struct C { }")]
    [InlineData("[ExplicitContext.Shareable] file sealed partial record C(int X);")]
    [InlineData("[ExplicitContext.Shareable] public sealed partial class C : System.Collections.ObjectModel.Collection<int>;")]
    [InlineData("[ExplicitContext.Shareable] public sealed partial record C(int[] X) : B; [ExplicitContext.Shareable] public record B;")]
    [InlineData(
        """
        using ExplicitContext.Runtime;
        [ExplicitContext.Shareable]
        public sealed partial class C : IShareable<C>
        {
            System.Type IShareable.ShareableType => typeof(C);
            object IShareable.Cross(ref CrossingScope scope) => this;
            C IShareable<C>.Cross(ref CrossingScope scope) => this;
        }
        """)]
    public void WhereNothingCanBeGenerated_NothingIs(string source) => Assert.Empty(GeneratorTest<ShareableGenerator>.Run(source).Sources);

    [Fact]
    public void WithoutTheRuntime_NothingIsGenerated()
    {
        TestProject project = "namespace ExplicitContext { [System.AttributeUsage(System.AttributeTargets.All)] class ShareableAttribute : System.Attribute; } [ExplicitContext.Shareable] public sealed partial record C(int X);";
        Assert.Empty(GeneratorTest<ShareableGenerator>.Run(project with { References = TestCompilation.FrameworkOnly }).Sources);
    }

    [Theory]
    [InlineData("[ExplicitContext.Shareable] public sealed partial class @event<@class> { public readonly @class[] @int = []; }")]
    [InlineData("[ExplicitContext.Shareable] public partial record struct C<T>(T? X, T[] Y) where T : struct;")]
    [InlineData("[ExplicitContext.Shareable] public sealed partial class C { public required int[] X { get; init; } public string? Y { get; private set; } }")]
    [InlineData("[ExplicitContext.Shareable] public sealed partial class C { private C() { } public static C Make() => new(); private int[] x = []; public int[] X => x; }")]
    [InlineData("public partial interface IOuter { [ExplicitContext.Shareable] public abstract partial class C { protected readonly object? any; } }")]
    [InlineData("[ExplicitContext.Shareable] public partial class A<T> { public T[] Items { get; } = []; } [ExplicitContext.Shareable] public sealed partial class B<T> : A<System.Collections.Generic.List<T>> { public T? X { get; set; } }")]
    [InlineData("#nullable disable\n[ExplicitContext.Shareable] public sealed partial record C(string[] X, object Y);")]
    public void UnusualTypes_GetCodeThatCompiles(string source) => Assert.NotEmpty(GeneratorTest<ShareableGenerator>.Run(source).Sources);

    [Fact]
    public void UnrelatedEdit_EmitsNothingAnew()
    {
        var edited = Start().Rerun(2, Unrelated.Replace("1", "2", StringComparison.Ordinal));

        Assert.All(edited.ReasonsOf(TrackingNames.Shareable), reasons => Assert.True(reasons.Key is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    [Fact]
    public void EditOfOneType_ModifiesItsFileAlone()
    {
        var edited = Start().Rerun(1, Part.Replace("int[]", "long[]", StringComparison.Ordinal)).ReasonsOf(TrackingNames.Shareable);

        Assert.Single(edited[IncrementalStepRunReason.Modified]);
        Assert.Single(edited[IncrementalStepRunReason.Unchanged].Concat(edited[IncrementalStepRunReason.Cached]));
    }

    [Fact]
    public void EditOfAnotherFileThatChangesHowATypeCrosses_IsNoticed()
    {
        var before = Start();
        var edited = before.Rerun(1, Part.Replace("[ExplicitContext.Shareable] ", "", StringComparison.Ordinal));

        Assert.Equal(2, before.Sources.Count);
        Assert.Empty(edited.Sources);
    }

    private static GeneratorRun Start() => GeneratorTest<ShareableGenerator>.Run(new TestProject(Message, Part, Unrelated));
}
