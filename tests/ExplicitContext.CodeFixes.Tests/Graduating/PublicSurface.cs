using ExplicitContext.Model;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.CodeFixes.Tests.Graduating;

/// <summary>What other assemblies see of a compiled one, read from its metadata: signatures, attributes, names and default values.</summary>
internal static class PublicSurface
{
    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Included,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeExplicitInterface
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeType,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.Default,
        SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeModifiers
            | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>One line a visible member, in order.</summary>
    public static IReadOnlyList<string> Of(CSharpCompilation compilation)
    {
        var reader = CSharpCompilation.Create("Reader", [], [.. compilation.References, TestCompilation.ToReference(compilation)]);
        var assembly = reader.SourceModule.ReferencedAssemblySymbols.Single(candidate => candidate.Name == compilation.AssemblyName);
        var members =
            from type in SourceTypes.Of(assembly)
            from member in type.GetMembers().Prepend(type)
            where member.IsExternallyVisible()
            select string.Join(" ", AttributesOf(member).Append(member.ToDisplayString(Format)).Concat(ParametersOf(member).SelectMany(AttributesOf)));
        return [.. members.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>All but what asks for the toolkit, and what only says how a body is compiled.</summary>
    private static IEnumerable<string> AttributesOf(ISymbol symbol) =>
        from attribute in symbol.GetAttributes()
        where attribute.AttributeClass is { } type && type.ContainingNamespace.Name != "ExplicitContext" && !type.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal)
            && type.Name is not ("DebuggerStepThroughAttribute" or "CompilerGeneratedAttribute")
        select $"[{attribute}]";

    private static IEnumerable<ISymbol> ParametersOf(ISymbol member) => member is IMethodSymbol method ? method.Parameters : [];
}
