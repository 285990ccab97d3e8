using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach.Carrying;

/// <summary>Reads the tables that an assembly carries.</summary>
internal static class AssemblyReach
{
    /// <summary>Whether an assembly can say anything at all. Most cannot, and that is found without looking at their attributes.</summary>
    public static bool KnowsAnnotations(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == KnownAttributes.Assembly));

    /// <summary>The tables of an assembly, in the order of type and text. Attributes that are not as they should be are ignored.</summary>
    public static ImmutableArray<ReachTable> TablesOf(IAssemblySymbol assembly)
    {
        var tables =
            from attribute in assembly.GetAttributes()
            where KnownAttributes.Is(attribute.AttributeClass, KnownAttributes.AmbientReach) || KnownAttributes.Is(attribute.AttributeClass, KnownAttributes.LocalAmbientReach)
            let values = attribute.ConstructorArguments
            where values.Length == 2 && values[0].Value is string && values[1].Value is string
            let table = new ReachTable((string)values[0].Value!, (string)values[1].Value!)
            where MemberId.IsOfType(table.DeclaringType)
            orderby table.DeclaringType, table.Text
            select table;
        return [.. tables];
    }
}
