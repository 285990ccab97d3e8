using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Generators.Tests.Constructs.Mixes;

/// <summary>
/// Each host with each site in it, compiled and run in legacy and in generated form: the same result, the same reads in the same order, and a decoy as the ambient goes
/// unnoticed. The sites of one host are compiled together, each in a class of its own.
/// </summary>
public class MixTests
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using ExplicitContext;
        namespace Sample;
        public static partial class Extensions { public static int Plus(this int x, int y) => x + y + Engine.Current.Next(); }

        """;

    public static TheoryData<string> HostNames => [.. Hosts.All.Keys];

    [Theory]
    [MemberData(nameof(HostNames))]
    public void Host_IsRewrittenWithEachSiteInIt(string host)
    {
        var sites = Sites.All.ToList();
        var classes = sites.Select((site, i) => $"public partial class Demo{i}\n{{\n{Hosts.All[host].Replace("@@", site.Value.Expression, StringComparison.Ordinal)}\n{site.Value.Members}\n}}\n");
        var run = GeneratorTest<ContextOverloadGenerator>.Run(new([new(ConstructProgram.World, "Engine.cs"), new(Head + string.Concat(classes), "Code.cs")]));
        Assert.Equal("", string.Join(Environment.NewLine, ConstructProgram.ReportsOf(run)));

        var image = CompiledProgram.Emit(run.Output);
        Assert.All(sites.Select((site, i) => (Name: site.Key, Class: $"Sample.Demo{i}")), mix =>
        {
            var legacy = ConstructProgram.Observe(image, mix.Class, ambient: "given", given: null);
            var generated = ConstructProgram.Observe(image, mix.Class, ambient: "decoy", given: "given");

            Assert.NotEmpty(legacy.Seen);
            Assert.Equal((legacy.Result, legacy.Seen), (generated.Result, generated.Seen));
            Assert.Equal(0, generated.Reads);
        });
    }

    [Fact]
    public void Mixes_AreAThousand() => Assert.True(Hosts.All.Count * Sites.All.Count >= 1000);
}
