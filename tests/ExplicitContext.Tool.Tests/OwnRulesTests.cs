using Microsoft.CodeAnalysis;

namespace ExplicitContext.Tool.Tests;

/// <summary>We obey ourselves: our own rules hold in everything that we ship.</summary>
public sealed class OwnRulesTests(ShippedProjects shipped) : IClassFixture<ShippedProjects>
{
    [Fact]
    public void EveryShippedProject_IsLookedAt() => Assert.Equal(
        [
            "ExplicitContext.Analyzers",
            "ExplicitContext.Annotations",
            "ExplicitContext.ChangeSignature",
            "ExplicitContext.CodeFixes",
            "ExplicitContext.Generators",
            "ExplicitContext.Migration",
            "ExplicitContext.Model",
            "ExplicitContext.Runtime",
            "ExplicitContext.Tool",
        ],
        shipped.Projects.Select(project => project.Name).Order());

    [Fact]
    public async Task ShippedCode_HasNoFinding()
    {
        foreach (var project in shipped.Projects)
            Assert.Empty(await ShippedProjects.FindingsAsync(project));
    }

    [Fact]
    public async Task StaticCounterAddedToShippedCode_IsAnError()
    {
        foreach (var project in shipped.Projects)
        {
            var worse = project.AddDocument("Counter.cs", "internal static class Counter { internal static int Count; internal static void Add() => Count++; }").Project;

            var finding = Assert.Single(await ShippedProjects.FindingsAsync(worse));

            Assert.Equal(("ECTX1004", DiagnosticSeverity.Error), (finding.Id, finding.Severity));
        }
    }
}
