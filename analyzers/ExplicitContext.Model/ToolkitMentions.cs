using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model;

/// <summary>Tells, without binding anything, whether code can use the annotations: whoever does names their namespace somewhere.</summary>
public static class ToolkitMentions
{
    /// <summary>Whether a text names the namespace of the annotations.</summary>
    public static bool In(SourceText text) => text.ContainsAny([KnownAttributes.Namespace]);

    /// <summary>Whether an assembly was compiled with the annotations or declares them.</summary>
    internal static bool In(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == KnownAttributes.Assembly))
        || assembly.GetTypeByMetadataName($"{KnownAttributes.Namespace}.{KnownAttributes.AmbientAccessor}") is not null;
}
