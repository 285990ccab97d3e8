using ExplicitContext.Analyzers.Generation;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX5001. What the generator reports is written by hand here, so it does not go away with its cause.</summary>
public sealed class MakePartialTests
{
    [Theory]
    [InlineData("class {|ECTX5001:C|} { }", "partial class {|ECTX5001:C|} { }", "T:C")]
    [InlineData("// why\npublic static class {|ECTX5001:C|} { }", "// why\npublic static partial class {|ECTX5001:C|} { }", "T:C")]
    [InlineData("/* a */ record struct {|ECTX5001:C|}(int X);", "/* a */ partial record struct {|ECTX5001:C|}(int X);", "T:C")]
    [InlineData("[System.Serializable]\nsealed class {|ECTX5001:C|}<T> where T : class { }", "[System.Serializable]\nsealed partial class {|ECTX5001:C|}<T> where T : class { }", "T:C`1")]
    [InlineData("interface {|ECTX5001:C|} { int M() => 1; }", "partial interface {|ECTX5001:C|} { int M() => 1; }", "T:C")]
    [InlineData("readonly ref struct {|ECTX5001:C|} { }", "readonly ref partial struct {|ECTX5001:C|} { }", "T:C")]
    [InlineData("class A { internal struct B { class {|ECTX5001:C|} { } } }", "partial class A { internal partial struct B { partial class {|ECTX5001:C|} { } } }", "T:A.B.C")]
    [InlineData("partial class A { class B { partial class C { } class {|ECTX5001:D|} { } } }", "partial class A { partial class B { partial class C { } partial class {|ECTX5001:D|} { } } }", "T:A.B.D")]
    [InlineData("class A { class {|ECTX5001:B|} { } class {|ECTX5001:C|} { } }", "partial class A { partial class {|ECTX5001:B|} { } partial class {|ECTX5001:C|} { } }", "T:A.B", "T:A.C")]
    public Task Type_FixesByMakingItAndThoseAroundItPartial(string before, string after, params string[] types) =>
        CodeFixTest<GenerationReportAnalyzer, MakePartialCodeFixProvider>.VerifyFixAllOnceAsync(new(Reports(types), before), Reports(types), after);

    private static string Reports(params string[] types) => string.Concat(types.Select(type => $"[assembly: ExplicitContext.GenerationReport(\"ECTX5001\", \"{type}\", -1, 0, \"It is not partial.\")]\n"));
}
