using ExplicitContext.Model.StaticState;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Tests.StaticState;

public sealed class NamesInFileTests
{
    [Theory]
    [InlineData("abc = 1;", 1)]
    [InlineData("this.abc = 1; other.abc++;", 2)]
    [InlineData("@abc = 1;", 1)]
    [InlineData("ab\\u0063 = 1;", 1)]
    [InlineData("abc.Add(1); abc[0] = 1;", 2)]
    public void ChangeOfAName_IsCounted(string code, int expected) => Assert.Equal(expected, Changes(code));

    [Theory]
    [InlineData("abcd = 1; xabc = 1;")]
    [InlineData("/* abc = 1; */ // abc = 1;")]
    [InlineData("Log(\"abc = 1\"); var x = \"\\u0061bc = 1\";")]
    [InlineData("var y = abc + 1;")]
    [InlineData("_ = new C { abc = 1 };")]
    public void OtherMentionOfAName_IsNot(string code) => Assert.Equal(0, Changes(code));

    [Fact]
    public void EmptyName_IsNowhere() => Assert.Equal(0, NamesInFile.Of(CSharpSyntaxTree.ParseText("class C { int x = 1; }")).ChangesOf(""));

    private static int Changes(string code) => NamesInFile.Of(CSharpSyntaxTree.ParseText($"class C {{ int abc; void M() {{ {code} }} }}")).ChangesOf("abc");
}
