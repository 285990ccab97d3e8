using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using VerifyXunit;

namespace ExplicitContext.Generators.Tests.Shims;

public class ShimSnapshotTests
{
    [Fact]
    public async Task MembersOfAPublicType_LookAsTheyAreDeclared() => await Verifier.Verify(Run(
        """
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using Names = System.Collections.Generic.List<string>;

        namespace Sample
        {
            using System.Threading.Tasks;

            /// <summary>What others call.</summary>
            public partial class Api<TKey>
                where TKey : notnull
            {
                /// <summary>Adds a number.</summary>
                /// <param name="x">The number.</param>
                /// <returns>The sum.</returns>
                [ContextEntry]
                [return: NotNull]
                public static partial string? Add([DisallowNull] string? x, int times = 1);

                /// <summary>Collects.</summary>
                [ContextEntry]
                public partial Task<Names> CollectAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TItem>(
                    IEnumerable<TItem> items, // what to collect
                    bool sorted = false)
                    where TItem : TKey;

        #nullable disable
                [ContextEntry]
                public static partial int Limit
                {
                    get;
                    private set;
                }

                private static string Add(Engine engine, string x, int times) => x;
                private static int GetLimit(Engine engine) => engine.Depth;
                private static void SetLimit(Engine engine, int value) => engine.Depth = value;
                private Task<Names> CollectAsync<TItem>(Engine engine, IEnumerable<TItem> items, bool sorted)
                    where TItem : TKey => Task.FromResult(new Names());
            }
        }
        """));

    [Fact]
    public async Task PartsOfAType_GetAFileEach() => await Verifier.Verify(Run(
        """
        namespace Sample;

        public static partial class Api
        {
            [ContextEntry] public static partial int First();

            private static int First(Engine engine) => 1;
        }

        public static partial class Api
        {
            public static partial class Inner
            {
                [ContextEntry] public static partial int Third(); static int Third(Engine engine) => 3;
            }

            [ContextEntry] public static partial int Second();

            private static int Second(Engine engine) => 2;
        }
        """));

    private static GeneratorDriver Run(string source) => GeneratorTest<ShimGenerator>.Run(AmbientEngine.With("global using ExplicitContext;", source)).Driver;
}
