namespace Fuzz.Tests;

public sealed class FuzzTests
{
    [Fact]
    public async Task CodeThatIsBeingTyped_MakesNothingThrow()
    {
        var settings = FuzzSettings.Read();
        var faults = new List<string>();
        foreach (var folder in settings.Sources)
        {
            var victim = Victim.Read(folder, settings.Configuration);
            for (var variant = 0; variant < settings.Variants; variant++)
                faults.AddRange(await victim.TryAsync(settings.Seed + variant));
        }

        Assert.True(faults.Count == 0, $"{faults.Count} faults. The first:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Take(5))}");
    }

    [Fact]
    public void Mutations_ChangeTheTextAndRepeatWithTheSeed()
    {
        var tree = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("class C { int M(int a) => a + 1; }");
        var texts = Enumerable.Range(1, 50).Select(seed => new TokenMutator(new Random(seed)).Mutate(tree)).ToList();

        Assert.True(texts.Distinct().Count() > 40);
        Assert.Equal(texts, Enumerable.Range(1, 50).Select(seed => new TokenMutator(new Random(seed)).Mutate(tree)));
    }
}
