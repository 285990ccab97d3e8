using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>A compilation together with what is generated for it, to prove that harmless.</summary>
internal static class Augmented
{
    /// <summary>The compilation. One file of it is looked at after the other; where a few methods are shared among threads, these wait for one another longer than they bind.</summary>
    public static Compilation With(Compilation compilation, IEnumerable<SyntaxTree> generated) =>
        (compilation.Options is CSharpCompilationOptions options ? compilation.WithOptions(options.WithConcurrentBuild(false)) : compilation).AddSyntaxTrees(generated);
}
