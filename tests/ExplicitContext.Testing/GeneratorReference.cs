using System.Reflection;
using ExplicitContext.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Testing;

/// <summary>The generators as a project of a user refers to them, so that its compilations hold what they generate.</summary>
internal static class GeneratorReference
{
    public static AnalyzerReference Create() => new AnalyzerFileReference(typeof(ContextOverloadGenerator).Assembly.Location, new Loader());

    /// <summary>The assembly is loaded already.</summary>
    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => typeof(ContextOverloadGenerator).Assembly;
    }
}
