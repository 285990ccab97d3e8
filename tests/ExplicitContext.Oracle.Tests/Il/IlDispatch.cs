using Mono.Cecil;

namespace ExplicitContext.Oracle.Tests.Il;

/// <summary>Finds the slot of a virtual or interface method in a class, by name, signature and explicit overrides, as the runtime does.</summary>
internal static class IlDispatch
{
    /// <summary>The methods that run on an object of a class: one, or several where an interface is implemented for several arguments.</summary>
    public static IReadOnlyList<MethodDefinition> Find(TypeDefinition type, MethodDefinition declared)
    {
        var interfaces = declared.DeclaringType.IsInterface
            ? IlTypes.SelfAndAbove(type).Where(above => IlTypes.Definition(above) == declared.DeclaringType).ToArray()
            : [];
        if (!declared.DeclaringType.IsInterface)
            return InClass(type, declared) is { } own ? [own] : [];
        return [.. interfaces.Select(implemented => ForInterface(type, declared, implemented)).OfType<MethodDefinition>().Distinct()];
    }

    private static MethodDefinition? InClass(TypeDefinition type, MethodDefinition declared)
    {
        foreach (var level in Chain(type))
        {
            var definition = IlTypes.Definition(level);
            if (definition is null)
                return null;
            if (definition == declared.DeclaringType)
                return declared;
            var explicitly = definition.Methods.FirstOrDefault(method => method.HasOverrides && method.Overrides.Any(overridden => overridden.Resolve() == declared));
            if (explicitly is not null)
                return explicitly;
            var instance = Chain(type).FirstOrDefault(above => IlTypes.Definition(above) == declared.DeclaringType);
            var named = definition.Methods.FirstOrDefault(method => method.IsVirtual && !method.IsNewSlot && Fits(method, level, declared, instance));
            if (named is not null)
                return named;
        }

        return null;
    }

    private static MethodDefinition? ForInterface(TypeDefinition type, MethodDefinition declared, TypeReference implemented)
    {
        foreach (var level in Chain(type))
        {
            if (IlTypes.Definition(level) is not { } definition)
                break;
            var explicitly = definition.Methods.FirstOrDefault(method => method.HasOverrides && method.Overrides.Any(overridden =>
                overridden.Resolve() == declared && IlTypes.Fill(overridden.DeclaringType, level as IGenericInstance).FullName == implemented.FullName));
            if (explicitly is not null)
                return Latest(type, explicitly);
            var named = definition.Methods.FirstOrDefault(method => method.IsVirtual && method.IsPublic && Fits(method, level, declared, implemented));
            if (named is not null)
                return Latest(type, named);
        }

        // A default in an interface below the one that declares it goes first.
        return IlTypes.SelfAndAbove(type).Select(IlTypes.Definition).OfType<TypeDefinition>().Where(above => above.IsInterface)
            .SelectMany(above => above.Methods)
            .FirstOrDefault(method => method.HasOverrides && method.Overrides.Any(overridden => overridden.Resolve() == declared))
            ?? (declared.HasBody ? declared : null);
    }

    private static MethodDefinition Latest(TypeDefinition type, MethodDefinition method) => method.IsVirtual && !method.IsFinal ? InClass(type, method) ?? method : method;

    private static IEnumerable<TypeReference> Chain(TypeReference type)
    {
        for (var level = type; level is not null; level = IlTypes.Definition(level)?.BaseType is { } parent ? IlTypes.Fill(parent, level as IGenericInstance) : null)
            yield return level;
    }

    private static bool Fits(MethodDefinition method, TypeReference level, MethodDefinition declared, TypeReference? declaring)
    {
        if (method.Name != declared.Name || method.Parameters.Count != declared.Parameters.Count || method.GenericParameters.Count != declared.GenericParameters.Count)
            return false;
        for (var i = 0; i < method.Parameters.Count; i++)
        {
            var own = IlTypes.Fill(method.Parameters[i].ParameterType, level as IGenericInstance);
            var other = IlTypes.Fill(declared.Parameters[i].ParameterType, declaring as IGenericInstance);
            if (Shape(own) != Shape(other))
                return false;
        }

        return true;
    }

    private static string Shape(TypeReference type) => type is GenericParameter { Type: GenericParameterType.Method } parameter ? "!!" + parameter.Position : type.FullName;
}
