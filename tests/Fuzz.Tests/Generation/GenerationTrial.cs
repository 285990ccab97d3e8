using ExplicitContext;
using ExplicitContext.Generators;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fuzz.Tests.Generation;

/// <summary>Generates for one random program, and runs it in both forms.</summary>
internal static class GenerationTrial
{
    /// <summary>What is wrong; null where nothing is.</summary>
    public static string? Fault(RandomProgram program, bool isRun, out int generated)
    {
        generated = 0;
        var compilation = TestCompilation.Create([.. program.Sources]);
        if (TestCompilation.ErrorsOf(compilation) is { Length: > 0 } before)
            return $"The program itself does not compile: {before}\n{string.Join("\n", program.Sources.Select(source => source.Text))}";

        CSharpGeneratorDriver.Create([new ContextOverloadGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        if (!diagnostics.IsEmpty)
            return $"The generator failed: {diagnostics[0]}";
        var texts = output.SyntaxTrees.Skip(compilation.SyntaxTrees.Length).ToList();
        generated = texts.Sum(tree => tree.GetRoot().DescendantNodes().Count(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.BaseMethodDeclarationSyntax));
        if (TestCompilation.ErrorsOf(output) is { Length: > 0 } after)
            return $"The output does not compile: {after}\n{string.Join("\n", texts)}";
        return isRun ? DifferenceIn((CSharpCompilation)output) : null;
    }

    private static string? DifferenceIn(CSharpCompilation output)
    {
        if (output.GetTypeByMetadataName("Sample.Demo")!.GetMembers("M").Length < 2)
            return null;

        // A site that was kept reads the ambient; only where there is none can a decoy tell nothing.
        var isWhole = !output.Assembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(GenerationReportAttribute) && attribute.ConstructorArguments[0].Value is not ("ECTX5005" or "ECTX5006"));
        var legacy = Observe(output, "given", given: null);
        var overload = Observe(output, isWhole ? "decoy" : "given", "given");
        return legacy == overload ? null : $"The overload does something else.\nlegacy:   {legacy}\noverload: {overload}\n{string.Join("\n", output.SyntaxTrees.Skip(1))}";
    }

    private static string Observe(CSharpCompilation output, string ambient, string? given)
    {
        using var program = new CompiledProgram(output);
        var around = program.Call("Sample.Host", "Create", ambient);
        var handed = given is null || given == ambient ? around : program.Call("Sample.Host", "Create", given);
        program.Call("Sample.Host", "Enter", around);
        string result;
        try
        {
            result = (string)(given is null ? program.Call("Sample.Demo", "M") : program.Call("Sample.Demo", "M", handed))!;
        }
        catch (Exception exception)
        {
            result = exception.GetType().Name;
        }

        return $"{result}: {program.Call("Sample.Host", "Seen")}";
    }
}
