using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using VerifyXunit;

namespace ExplicitContext.Generators.Tests;

public class OverloadSnapshotTests
{
    [Fact]
    public async Task StaticMethods_CallOneAnotherThroughTheirOverloads() => await Verifier.Verify(Run(
        """
        using System;
        using ExplicitContext;

        namespace Sample;

        public static partial class Calculator
        {
            /// <summary>Adds to what the engine counts.</summary>
            /// <param name="x">The first operand.</param>
            /// <returns>The sum.</returns>
            [PassContext]
            public static int Add(int x, int y = 1)
            {
                // The limit is the engine's.
                if (x > Engine.Current.Settings.Limit)
                    throw new ArgumentOutOfRangeException(nameof(x));

                return Twice(x) + y + Pure(y);
            }

            private static int Twice(int x) => x * Helper.Factor();

            private static int Pure(int y) => y;
        }

        internal static partial class Helper
        {
            public static int Factor() => Engine.Current.Next() > 0 ? 2 : 1;
        }
        """));

    [Fact]
    public async Task InstanceGenericAsyncAndIterators_KeepTheirShape() => await Verifier.Verify(Run(
        """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using ExplicitContext;

        namespace Sample
        {
            [PassContext]
            internal partial class Worker<TItem>
                where TItem : class
            {
                private readonly List<TItem> items = new();

                internal int Depth => Engine.Current.Depth;

                private string Name
                {
                    get
                    {
                        var engine = Engine.Current;
                        return engine.Name;
                    }
                }

                public TResult Convert<TResult>(TItem item, System.Func<TItem, TResult> map)
                    where TResult : struct
                {
                    items.Add(item);
                    return Engine.Current.Depth > this.Depth ? default : map(item);
                }

                protected internal async Task<int> CountAsync()
                {
                    await Task.Yield();
                    return Depth + items.Count;
                }

                public IEnumerable<string> Names()
                {
                    foreach (var item in items)
                        yield return Name + item;
                }
            }
        }
        """));

    [Fact]
    public async Task LambdasAndLocalFunctions_TakeTheContextFromTheMemberAround() => await Verifier.Verify(Run(
        """
        using System;
        using System.Linq;
        using ExplicitContext;

        namespace Sample;

        public partial class Nested
        {
            [PassContext]
            public int Sum(int[] values)
            {
                return values.Select(value => value + Engine.Current.Depth).Sum() + Local(1) + Static(2);

                int Local(int x) => x + Engine.Current.Depth;

                static int Static(int x)
                {
                    return x + Engine.Current.Depth + Inner();

                    static int Inner() => Engine.Current.Settings.Limit;
                }
            }
        }
        """));

    private static GeneratorDriver Run(string source) => GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With(source)).Driver;
}
