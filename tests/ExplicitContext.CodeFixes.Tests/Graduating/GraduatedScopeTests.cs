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
    public Task MemberThatIsCalledOnBase_InCodeThatStays_StaysGenerated() => Graduating.VerifyNoFixAsync(
        Desk
        + "internal partial class Shape { [PassContext] public virtual int [|Area|]() => Desk.Current.Seed; }\n"
        + "internal sealed partial class Square : Shape { public override int [|Area|]() => 4; public int Inner() => base.Area(); }\n");

    [Fact]
    public Task OverloadThatOthersMayOverride_BecomesSource_AndItsOverridesInherit() => Graduating.VerifyAsync(
        Desk
        + """
        public partial class Shape
        {
            [PassContext]
            public virtual int [|Area|]() => Desk.Current.Seed;
        }
        public sealed partial class Square : Shape
        {
            public override int Area() => base.Area() + 1;
        }
        public static partial class Program
        {
            internal static string Run() => Sum(new Square()).ToString();

            [PassContext]
            private static int [|Sum|](Shape shape) => shape.Area() + Desk.Current.Seed;
        }
        """,
        Desk
        + """
        public partial class Shape
        {
            public virtual int Area() => Desk.Current.Seed;

            internal virtual int Area(Desk desk)
            {
                using (Desk.Enter(desk))
                {
                    return Area();
                }
            }
        }
        public sealed partial class Square : Shape
        {
            public override int Area() => base.Area() + 1;
        }
        public static partial class Program
        {
            internal static string Run() => Sum(new Square()).ToString();

            [ContextEntry]
            private static int Sum(Shape shape) => Sum(Desk.Current, shape);

            private static int Sum(Desk desk, Shape shape) => shape.Area(desk) + desk.Seed;
        }
        """);
}
