using ExplicitContext.Model.Incremental;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Tests.Incremental;

/// <summary>What other files can see of a file, and what depends on it.</summary>
public class TreeFactsTests
{
    private const string Source = "using System; namespace N; [Obsolete] public class C : B { public int M(int x = 1) => x; public int P { get; set; } = 1; private int f = 2; const int K = 3; public C() : base(1) { } }";

    [Theory]
    [InlineData("=> x;", "{ return x + 1; }")]
    [InlineData("= 1; private", "= 7; private")]
    [InlineData("f = 2", "f = 9")]
    [InlineData("base(1)", "base(2)")]
    [InlineData("public int M", "/* a comment */ public   int M")]
    public void Bodies_AreNoDeclarations(string old, string @new) =>
        Assert.Equal(Facts(Source).DeclarationHash, Facts(Source.Replace(old, @new, StringComparison.Ordinal)).DeclarationHash);

    [Theory]
    [InlineData("int x = 1", "int x = 2")]
    [InlineData("int x", "long x")]
    [InlineData("public int M", "internal int M")]
    [InlineData("[Obsolete]", "")]
    [InlineData(" : B", " : A")]
    [InlineData("K = 3", "K = 4")]
    [InlineData("set; }", "init; }")]
    [InlineData("namespace N", "namespace O")]
    [InlineData("using System;", "using System; using Other;")]
    [InlineData("using System;", "#nullable disable\nusing System;")]
    [InlineData("using System;", "using System; [assembly: CLSCompliant(true)]")]
    [InlineData("public int M(int x = 1) => x;", "")]
    [InlineData("=> x;", ";")]
    public void Declarations_AreAllElse(string old, string @new) =>
        Assert.NotEqual(Facts(Source).DeclarationHash, Facts(Source.Replace(old, @new, StringComparison.Ordinal)).DeclarationHash);

    [Fact]
    public void SameText_GivesEqualFacts() => Assert.Equal(Facts(Source), Facts(Source));

    [Theory]
    [InlineData("class R { X Made() => null; } class X : Bottom { }", "class X : Other { }", true)]
    [InlineData("class R { X Made() => null; } class X : Bottom { } class Bottom { }", "class Bottom : Other { }", true)]
    [InlineData("class R { X Made() => null; } class X { public X(Y y) { } }", "class X { public X(Z z) { } }", true)]
    [InlineData("class R { X Made() => null; } class X { int unmentioned; }", "class X { long unmentioned; }", false)]
    [InlineData("class R { X Made() => null; } class X { int Used; }", "class X { long Used; }", true)]
    public void KeyOfAFile_FollowsTheSignaturesOfWhatItMentions(string other, string changed, bool differs)
    {
        var file = Facts("class F { void M(R r) => r.Made().Used(); }");
        var type = changed.Contains("Bottom", StringComparison.Ordinal) ? "class Bottom { }" : other[other.IndexOf("class X", StringComparison.Ordinal)..];
        type = type.Contains("} class Bottom", StringComparison.Ordinal) ? "class X : Bottom { }" : type;
        var before = new DeclarationIndex([file, Facts(other)]).KeyOf(file);

        var after = new DeclarationIndex([file, Facts(other.Replace(type, changed, StringComparison.Ordinal))]).KeyOf(file);

        Assert.Equal(differs, before != after);
    }

    private static TreeFacts Facts(string text) => new TreeFactsTable().Of(CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions), CancellationToken.None);
}
