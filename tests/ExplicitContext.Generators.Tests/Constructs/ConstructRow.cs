using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>One row of the construct matrix, with the programs that show how it is treated.</summary>
/// <param name="Number">The row.</param>
/// <param name="Name">The construct.</param>
/// <param name="Grade">How it is treated.</param>
/// <param name="Programs">Members of a partial class <c>Demo</c>, or a whole file that declares it, in which <c>M</c> is the one that gets the overload.</param>
public sealed record ConstructRow(int Number, string Name, Grade Grade, params string[] Programs)
{
    /// <summary>How a program begins that only a lane can parse that knows C# 14.</summary>
    public const string CSharp14 = "/* C# 14 */ ";

    /// <summary>Whether the engine of the programs has a scope, <c>Engine.Enter</c>, that makes it the ambient one for a while.</summary>
    public bool HasScope { get; init; }

    /// <summary>Whether this lane can parse a program.</summary>
    public static bool CanParse(string program) => TestCompilation.SupportsCSharp14 || !program.StartsWith(CSharp14, StringComparison.Ordinal);

    /// <summary>The test that shows a row which is about more than one file's members: a theory, each of whose cases is compiled and run.</summary>
    public (Type Class, string Method)? ShownBy { get; private init; }

    /// <summary>A row that a test of its own shows.</summary>
    public static ConstructRow Elsewhere(int number, string name, Grade grade, Type tests, string method) => new(number, name, grade) { ShownBy = (tests, method) };
}
