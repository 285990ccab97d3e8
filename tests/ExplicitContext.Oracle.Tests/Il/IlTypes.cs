using Mono.Cecil;

namespace ExplicitContext.Oracle.Tests.Il;

/// <summary>Questions about type references that a signature leaves open: what a generic argument stands for, what derives from what.</summary>
internal static class IlTypes
{
    /// <summary>A type with the generic arguments of an instance filled in.</summary>
    public static TypeReference Fill(TypeReference type, IGenericInstance? ofType, IGenericInstance? ofMethod = null)
    {
        switch (type)
        {
            case GenericParameter parameter:
                var arguments = parameter.Type == GenericParameterType.Type ? ofType : ofMethod;
                return arguments is not null && parameter.Position < arguments.GenericArguments.Count ? arguments.GenericArguments[parameter.Position] : parameter;
            case GenericInstanceType instance:
                var filled = new GenericInstanceType(instance.ElementType);
                foreach (var argument in instance.GenericArguments)
                    filled.GenericArguments.Add(Fill(argument, ofType, ofMethod));
                return filled;
            case ArrayType array:
                return new ArrayType(Fill(array.ElementType, ofType, ofMethod), array.Rank);
            case ByReferenceType reference:
                return new ByReferenceType(Fill(reference.ElementType, ofType, ofMethod));
            case IModifierType modified:
                return Fill(modified.ElementType, ofType, ofMethod);
            default:
                return type;
        }
    }

    /// <summary>The base type and the interfaces of a type, as the type says them, without those of its base.</summary>
    public static IEnumerable<TypeReference> DirectlyAbove(TypeReference type)
    {
        if (Definition(type) is not { } definition)
            yield break;
        var instance = type as IGenericInstance;
        if (definition.BaseType is { } parent)
            yield return Fill(parent, instance);
        foreach (var implemented in definition.Interfaces)
            yield return Fill(implemented.InterfaceType, instance);
    }

    /// <summary>The type and everything that its objects are besides.</summary>
    public static IEnumerable<TypeReference> SelfAndAbove(TypeReference type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<TypeReference>([type]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next.FullName))
                continue;
            yield return next;
            foreach (var above in DirectlyAbove(next))
                open.Enqueue(above);
        }
    }

    public static TypeDefinition? Definition(TypeReference? type)
    {
        try
        {
            return type is null or GenericParameter or ArrayType or PointerType or FunctionPointerType ? null : type.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    public static bool Is(TypeDefinition? type, string fullName) => type is not null && type.FullName == fullName;

    /// <summary>A name by which a definition is the same from every module.</summary>
    public static string Key(TypeDefinition type) => type.Module.Assembly.Name.Name + "/" + type.FullName;

    public static bool IsCompilerMade(ICustomAttributeProvider member) =>
        member.HasCustomAttributes && member.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");
}
