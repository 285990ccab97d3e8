namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>One row of the construct matrix, with the programs that show how it is treated.</summary>
/// <param name="Number">The row.</param>
/// <param name="Name">The construct.</param>
/// <param name="Wanted">The grade that the design asks for.</param>
/// <param name="Now">The grade that the programs prove.</param>
/// <param name="Programs">Members of a partial class <c>Demo</c>, in which <c>M</c> is the one that gets the overload.</param>
public sealed record ConstructRow(int Number, string Name, Grade Wanted, Grade Now, params string[] Programs)
{
    /// <summary>How a program begins that only a lane can parse that knows C# 14.</summary>
    public const string CSharp14 = "/* C# 14 */ ";

    /// <summary>A row that is treated as it should be.</summary>
    public static ConstructRow Done(int number, string name, Grade grade, params string[] programs) => new(number, name, grade, grade, programs);

    /// <summary>A row that no program shows yet.</summary>
    public static ConstructRow Open(int number, string name, Grade wanted) => new(number, name, wanted, Grade.Open);
}
