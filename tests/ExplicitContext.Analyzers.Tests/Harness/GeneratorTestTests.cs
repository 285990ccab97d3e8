using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Sdk;

namespace ExplicitContext.Analyzers.Tests.Harness;

#pragma warning disable RS1036, RS1041, RS1042 // Generators for tests of the harness only.
public sealed class GeneratorTestTests
{
    [Fact]
    public void PipelineOfValues_Passes()
    {
        var run = GeneratorTest<Names>.Run("class A;");
        Assert.Equal("// A", run.Sources["A.g.cs"]);
        Assert.Single(run.Rerun(0, "class B;").ReasonsOf("Names")[IncrementalStepRunReason.Modified]);
    }

    [Fact]
    public void PipelineThatHoldsSymbols_Fails()
    {
        var run = GeneratorTest<Symbols>.RunUnchecked("class A;").AssertCompiles();
        Assert.Contains("holds a", Assert.Throws<TrueException>(() => run.AssertHoldsNoCompilation()).Message, StringComparison.Ordinal);
        Assert.Throws<AllException>(() => run.AssertCached());
    }

    [Fact]
    public void OutputThatDoesNotCompile_Fails() => Assert.Throws<TrueException>(() => GeneratorTest<Broken>.Run("class A;"));

    [Generator]
    public sealed class Names : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider
                .CreateSyntaxProvider(static (node, _) => node is ClassDeclarationSyntax, static (syntax, _) => ((ClassDeclarationSyntax)syntax.Node).Identifier.Text)
                .WithTrackingName("Names"),
            static (output, name) => output.AddSource(name + ".g.cs", "// " + name));
    }

    [Generator]
    public sealed class Symbols : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider
                .CreateSyntaxProvider(
                    static (node, _) => node is ClassDeclarationSyntax,
                    static (syntax, _) => new { Inner = new[] { syntax.SemanticModel.GetDeclaredSymbol(syntax.Node)! } })
                .WithTrackingName("Symbols"),
            static (output, _) => output.AddSource("A.g.cs", "// A"));
    }

    [Generator]
    public sealed class Broken : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(static output => output.AddSource("A.g.cs", "class"));
    }
}
