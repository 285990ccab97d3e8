namespace ExplicitContext.CodeFixes.Tests.Graduating;

/// <summary>What each kind of member becomes.</summary>
public sealed class GraduateTests
{
    [Fact]
    public Task PublicMember_KeepsItsPlaceAsAShimOfAnInternalOverload() => Graduating.VerifyAsync(
        """
        namespace Sample;

        /// <summary>Adds.</summary>
        public static partial class Calculator
        {
            /// <summary>Adds to what the engine counts.</summary>
            /// <param name="x">The first operand.</param>
            /// <returns>The sum.</returns>
            [PassContext]
            public static int [|Add|](int x, int y = 1)
            {
                // The seed is the engine's.
                if (x > Engine.Current.Seed)
                    return x;   // as it is

                return Twice(x) + y + Pure(y);
            }

            private static int [|Twice|](int x) => x * Engine.Current.Seed;

            private static int Pure(int y) => y;
        }
        """,
        """
        namespace Sample;

        /// <summary>Adds.</summary>
        public static partial class Calculator
        {
            /// <summary>Adds to what the engine counts.</summary>
            /// <param name="x">The first operand.</param>
            /// <returns>The sum.</returns>
            [ContextEntry]
            public static int Add(int x, int y = 1) => Add(Engine.Current, x, y);

            /// <summary>Adds to what the engine counts.</summary>
            /// <param name="engine">The context, handed on by the caller.</param>
            /// <param name="x">The first operand.</param>
            /// <returns>The sum.</returns>
            internal static int Add(Engine engine, int x, int y = 1)
            {
                // The seed is the engine's.
                if (x > engine.Seed)
                    return x;   // as it is

                return Twice(engine, x) + y + Pure(y);
            }

            private static int Twice(Engine engine, int x) => x * engine.Seed;

            private static int Pure(int y) => y;
        }
        """);
}
