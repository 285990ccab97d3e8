using ExplicitContext.Model.Sharing;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Tests.Sharing;

public class PassagesTests
{
    [Theory]
    [InlineData("int", Passage.ByReference)]
    [InlineData("nint", Passage.ByReference)]
    [InlineData("decimal", Passage.ByReference)]
    [InlineData("string?", Passage.ByReference)]
    [InlineData("System.DateTime", Passage.ByReference)]
    [InlineData("System.DayOfWeek", Passage.ByReference)]
    [InlineData("System.Guid?", Passage.ByReference)]
    [InlineData("(int, string, (System.Version, System.Numerics.BigInteger))", Passage.ByReference)]
    [InlineData("System.Collections.Immutable.ImmutableArray<string>", Passage.ByReference)]
    [InlineData("System.Collections.Generic.KeyValuePair<int, string>", Passage.ByReference)]
    [InlineData("object", Passage.Depends)]
    [InlineData("System.Uri", Passage.Depends)]
    [InlineData("System.Collections.Generic.IReadOnlyList<int>", Passage.Depends)]
    [InlineData("System.Collections.Immutable.ImmutableDictionary<int, int>", Passage.Depends)]
    [InlineData("System.Collections.Immutable.ImmutableArray<int[]>", Passage.Depends)]
    [InlineData("System.Func<int>", Passage.Depends)]
    [InlineData("T", Passage.Depends)]
    [InlineData("(int, T)", Passage.Depends)]
    [InlineData("Open", Passage.Depends)]
    [InlineData("Marked", Passage.Depends)]
    [InlineData("int[]", Passage.Copied)]
    [InlineData("int[][]", Passage.Copied)]
    [InlineData("(int, int[])", Passage.Copied)]
    [InlineData("System.Collections.Generic.Dictionary<string, object>", Passage.Copied)]
    [InlineData("System.Collections.Generic.List<Marked>", Passage.Copied)]
    [InlineData("int[,]", Passage.Depends)]
    [InlineData("System.IO.FileStream", Passage.Never)]
    [InlineData("System.Threading.Tasks.Task<int>", Passage.Never)]
    [InlineData("System.Threading.Tasks.Task[]", Passage.Never)]
    [InlineData("System.Threading.ManualResetEvent", Passage.Never)]
    [InlineData("System.Collections.Generic.Queue<int>", Passage.Never)]
    [InlineData("System.Memory<byte>", Passage.Never)]
    [InlineData("(int, System.Exception)", Passage.Never)]
    [InlineData("ExplicitContext.Runtime.ThreadState", Passage.Never)]
    [InlineData("Unmarked", Passage.Never)]
    [InlineData("UnmarkedStruct?", Passage.Never)]
    [InlineData("Unmarked[]", Passage.Never)]
    public void AType_TellsHowItsValuesCross(string type, Passage expected)
    {
        var compilation = TestCompilation.Create(
            $$"""
            class C<T> { {{type}} field = default!; }
            class Open;
            [ExplicitContext.Shareable] sealed class Marked;
            sealed class Unmarked;
            struct UnmarkedStruct { int x; }
            """);
        var field = (IFieldSymbol)compilation.GetTypeByMetadataName("C`1")!.GetMembers("field").Single();

        Assert.NotEqual(TypeKind.Error, field.Type.TypeKind);
        Assert.Equal(expected, Passages.Of(field.Type));
    }

    [Theory]
    [InlineData("int X", ShareableKind.ByReference)]
    [InlineData("object X", ShareableKind.Checked)]
    [InlineData("int[] X", ShareableKind.Copied)]
    public void ARecord_CrossesByWhatItHolds(string parameter, ShareableKind expected)
    {
        var compilation = TestCompilation.Create($"[ExplicitContext.Shareable] sealed partial record R({parameter});");
        var plan = new ShareablePlanner(compilation).Plan(compilation.GetTypeByMetadataName("R")!, CancellationToken.None);

        Assert.NotNull(plan);
        Assert.Equal(expected, plan.Kind);
        Assert.Empty(plan.Obstacles);
        Assert.Equal("X", Assert.Single(plan.Members).Symbol.Name);
    }

    [Theory]
    [InlineData("C(int x) { readonly int y = x; }", "y")]
    [InlineData("C(int x) { int Add() => x; }", "x")]
    [InlineData("C(int x) { readonly int x = x; int Add() => x; }", "x")]
    [InlineData("C(int x, int unused) { int Add() { System.Func<int> f = () => x; return f(); } }", "x")]
    public void AParameterThatMembersUse_IsStorage_OthersAreNot(string type, string expected)
    {
        var compilation = TestCompilation.Create($"[ExplicitContext.Shareable] sealed partial class {type}");
        var plan = new ShareablePlanner(compilation).Plan(compilation.GetTypeByMetadataName("C")!, CancellationToken.None);

        Assert.Equal(expected, Assert.Single(plan!.Members).Symbol.Name);
        Assert.Equal(ShareableKind.ByReference, plan.Kind);
    }

    [Fact]
    public void AStaticReadOnlyFieldOfATypeThatIsCopied_CanChange()
    {
        var compilation = TestCompilation.Create("[ExplicitContext.Shareable] sealed partial record Copied(int[] X); [ExplicitContext.Shareable] sealed partial record Kept(int X, object Y);");
        var immutable = new Model.StaticState.ImmutableTypes(compilation);

        Assert.False(immutable.Contains(compilation.GetTypeByMetadataName("Copied")!));
        Assert.True(immutable.Contains(compilation.GetTypeByMetadataName("Kept")!));
    }
}
