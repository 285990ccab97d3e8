using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>
/// What may be null where gives warnings and no errors, and changes the meaning of nothing; to find it out costs as much again as to bind. The annotations stay: they are part of
/// the signatures.
/// </summary>
internal static class NullableChecks
{
    /// <summary>A compilation in which nothing is checked but what the source itself asks for.</summary>
    public static Compilation Without(Compilation compilation) => compilation.Options is CSharpCompilationOptions options && options.NullableContextOptions.WarningsEnabled()
        ? compilation.WithOptions(options.WithNullableContextOptions(options.NullableContextOptions & NullableContextOptions.Annotations))
        : compilation;

    /// <summary>The text of a generated file that asks for none.</summary>
    public static string Without(string text) => Regex.Replace(text, @"^(\s*#nullable enable)(?=[ \t]*\r?$)", "$1 annotations", RegexOptions.Multiline | RegexOptions.CultureInvariant);
}
