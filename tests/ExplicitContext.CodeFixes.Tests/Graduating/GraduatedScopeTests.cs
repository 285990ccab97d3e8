namespace ExplicitContext.CodeFixes.Tests.Graduating;

/// <summary>Overloads that call their original under a scope.</summary>
public sealed class GraduatedScopeTests
{
    private const string Desk = """
        namespace Sample;

        [ContextType("desk", ParameterName = "desk")]
        public class Desk : System.IDisposable
        {
            [AmbientAccessor(EnteredBy = nameof(Enter))]
            public static Desk Current => new();
            public static Desk Enter(Desk desk) => desk;
            public int Seed => 1;
            public void Dispose() { }
        }

        """;

    [Fact]
    public Task OverloadThatOthersMayOverride_StaysGenerated() => Graduating.VerifyNoFixAsync(
        Desk + "public partial class Shape { [PassContext] public virtual int [|Area|]() => Desk.Current.Seed; }\npublic sealed partial class Square : Shape { public override int Area() => base.Area() + 1; }\n");
}
