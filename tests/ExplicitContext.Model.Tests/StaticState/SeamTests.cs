namespace ExplicitContext.Model.Tests.StaticState;

public sealed class SeamTests
{
    [Theory]
    [InlineData("internal static Func<int> X = () => 1;")]
    [InlineData("public static IFormatProvider X { get; set; } = System.Globalization.CultureInfo.InvariantCulture;")]
    [InlineData("public static TimeProvider X { get; set; } = TimeProvider.System;")]
    [InlineData("private static Func<int> X = () => 1; internal static void Use(Func<int> x) => X = x;")]
    [InlineData("private static Func<int>? X; public static Func<int> Other { get => X ??= () => 1; set => X = value; }")]
    [InlineData("private static Func<int> X = () => 1; public static Func<int> Other { get => X; set => X = value ?? (() => 2); }")]
    [InlineData("private static int X = 1; internal static void SetXForTesting(int x) => X = x;")]
    [InlineData("private static string? X; static void ResetForTests() { X = null; }")]
    public void BehaviourThatOthersCanExchange_IsASeam(string members) => Assert.True(Statics.Classify(members)!.IsSeam);

    [Theory]
    [InlineData("public static Func<int>? X;")]
    [InlineData("public static Func<int>? X = null;")]
    [InlineData("private static Func<int> X = () => 1; static void M() => X = () => 2;")]
    [InlineData("public static Func<int> X { get; private set; } = () => 1;")]
    [InlineData("public static int X = 1;")]
    [InlineData("public static string X { get; set; } = \"a\";")]
    [InlineData("public static IList<int> X = new List<int>();")]
    [InlineData("public static event Action? X;")]
    [InlineData("public static StringBuilder X { get; set; } = new();")]
    public void SettingsDataAndWhatOnlyItsTypeSets_AreNoSeams(string members) => Assert.False(Statics.Classify(members)!.IsSeam);
}
