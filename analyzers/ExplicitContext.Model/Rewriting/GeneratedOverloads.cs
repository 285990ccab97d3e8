using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>The overloads that a compilation has from the generator, as those see them who come after it: analyzers and fixes.</summary>
public static class GeneratedOverloads
{
    // The compiler makes the path of a generated file of the names of assembly, generator and file.
    private const string Maker = "ExplicitContext.Generators.ContextOverloadGenerator";

    /// <summary>The files that hold them.</summary>
    public static IEnumerable<SyntaxTree> FilesIn(Compilation compilation) => compilation.SyntaxTrees.Where(IsFile);

    /// <summary>Whether a file holds them.</summary>
    public static bool IsFile(SyntaxTree tree) => tree.FilePath.Contains(Maker);

    /// <summary>The overload that was generated for a method, constructor or accessor; null where there is none, or where it is written by hand.</summary>
    public static (IMethodSymbol Overload, ContextType Context)? Of(IMethodSymbol legacy, ContextModel contexts)
    {
        // The static methods that the compiler makes of the members of extension blocks are not declared anywhere.
        if (legacy is { IsImplicitlyDeclared: true, AssociatedSymbol: null })
        {
            return null;
        }

        var twins = Twins.Of(legacy, contexts).ToList();
        return twins.Count > 0 && twins.All(twin => IsGenerated(twin.Overload)) ? twins[0] : null;
    }

    /// <summary>Whether a member stands in one of the files.</summary>
    public static bool IsGenerated(ISymbol member) => member.DeclaringSyntaxReferences.Any(reference => IsFile(reference.SyntaxTree));
}
