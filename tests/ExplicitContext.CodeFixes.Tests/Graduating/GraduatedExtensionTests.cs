using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests.Graduating;

/// <summary>Members of extension blocks.</summary>
public sealed class GraduatedExtensionTests
{
    [Fact]
    public Task MembersOfABlock_GraduateInTheirBlock() => !TestCompilation.SupportsCSharp14 ? Task.CompletedTask : Graduating.VerifyAsync(
        """
        namespace Sample;

        public static partial class Prices
        {
            extension(int amount)
            {
                /// <summary>The price with tax.</summary>
                [PassContext]
                public int [|Total|](int tax) => amount + tax * Engine.Current.Seed;

                [PassContext]
                public static int [|Zero|]() => Engine.Current.Seed - Engine.Current.Seed;

                [PassContext]
                public int [|Net|] => amount * Engine.Current.Seed;
            }

            extension<T>(List<T> all)
                where T : class
            {
                [PassContext]
                internal int [|Sum|]<U>(U more)
                {
                    return all.Count + Engine.Current.Seed;
                }
            }
        }
        public static class Program
        {
            public static string Run() => 2.Total(3) + " " + Prices.Total(4, 5) + " " + int.Zero() + " " + 3.Net + " " + new List<string>().Sum(1);
        }
        """,
        """
        namespace Sample;

        public static partial class Prices
        {
            extension(int amount)
            {
                /// <summary>The price with tax.</summary>
                [ContextEntry]
                public int Total(int tax) => amount.Total(Engine.Current, tax);

                /// <summary>The price with tax.</summary>
                /// <param name="engine">The context, handed on by the caller.</param>
                internal int Total(Engine engine, int tax) => amount + tax * engine.Seed;

                [ContextEntry]
                public static int Zero() => int.Zero(Engine.Current);

                internal static int Zero(Engine engine) => engine.Seed - engine.Seed;

                [ContextEntry]
                public int Net => amount.GetNet(Engine.Current);

                internal int GetNet(Engine engine) => amount * engine.Seed;
            }

            extension<T>(List<T> all)
                where T : class
            {
                [ContextEntry]
                internal int Sum<U>(U more) => all.Sum<T, U>(Engine.Current, more);

                internal int Sum<U>(Engine engine, U more)
                {
                    return all.Count + engine.Seed;
                }
            }
        }
        public static class Program
        {
            public static string Run() => 2.Total(3) + " " + Prices.Total(4, 5) + " " + int.Zero() + " " + 3.Net + " " + new List<string>().Sum(1);
        }
        """);
}
