using ExplicitContext.Model.Rewriting;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Tests.Rewriting;

public class MemberNamesTests
{
    private const string Money = """
        namespace Sample;
        interface IMoney { int Worth { get; } }
        class Money : IMoney
        {
            public Money(int x) { }
            public int this[int i] => i;
            int IMoney.Worth => 1;
            public static Money operator +(Money a, Money b) => a;
            public static Money operator checked +(Money a, Money b) => a;
            public static bool operator true(Money a) => true;
            public static bool operator false(Money a) => false;
            public static implicit operator int(Money a) => 1;
            public static explicit operator Money(string text) => new(1);
        }
        """;

    [Theory]
    [InlineData(".ctor", "Money.Money")]
    [InlineData("get_Item", "Money.this[]")]
    [InlineData("Sample.IMoney.get_Worth", "Money.Worth")]
    [InlineData("op_Addition", "Money.operator +")]
    [InlineData("op_CheckedAddition", "Money.operator checked +")]
    [InlineData("op_True", "Money.operator true")]
    [InlineData("op_Implicit", "Money.implicit operator int")]
    [InlineData("op_Explicit", "Money.explicit operator Money")]
    public void Member_IsNamedAsAPersonWritesIt(string name, string written)
    {
        var type = TestCompilation.Create(new CSharpSource(Money, "Money.cs")).GetTypeByMetadataName("Sample.Money")!;

        Assert.Equal(written, MemberNames.Qualified(Assert.IsAssignableFrom<IMethodSymbol>(Assert.Single(type.GetMembers(name)))));
    }
}
