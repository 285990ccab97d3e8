using System.Text;
using Mono.Cecil;

namespace ExplicitContext.Oracle.Tests.Il;

/// <summary>Names methods and fields by documentation ID, written from the rules of the C# language, not from anyone's code.</summary>
internal static class IlKeys
{
    public static string Of(MethodDefinition method)
    {
        var text = new StringBuilder(method.Module.Assembly.Name.Name).Append("/M:");
        AppendDeclaring(text, method.DeclaringType);
        text.Append('.').Append(Escaped(method.Name));
        if (method.HasGenericParameters)
            text.Append("``").Append(method.GenericParameters.Count);
        if (method.HasParameters)
        {
            text.Append('(');
            for (var i = 0; i < method.Parameters.Count; i++)
            {
                if (i > 0)
                    text.Append(',');
                AppendType(text, method.Parameters[i].ParameterType);
            }

            text.Append(')');
        }

        if (method.Name is "op_Implicit" or "op_Explicit" or "op_CheckedExplicit")
        {
            text.Append('~');
            AppendType(text, method.ReturnType);
        }

        return text.ToString();
    }

    public static string Of(FieldDefinition field)
    {
        var text = new StringBuilder(field.Module.Assembly.Name.Name).Append("/F:");
        AppendDeclaring(text, field.DeclaringType);
        return text.Append('.').Append(Escaped(field.Name)).ToString();
    }

    private static string Escaped(string name) => name.Replace('.', '#').Replace('<', '{').Replace('>', '}').Replace(',', '@');

    private static void AppendDeclaring(StringBuilder text, TypeReference type)
    {
        if (type.DeclaringType is { } outer)
        {
            AppendDeclaring(text, outer);
            text.Append('.');
        }
        else if (type.Namespace.Length > 0)
        {
            text.Append(type.Namespace).Append('.');
        }

        text.Append(type.Name);
    }

    private static void AppendType(StringBuilder text, TypeReference type)
    {
        switch (type)
        {
            case GenericParameter parameter:
                text.Append(parameter.Type == GenericParameterType.Type ? "`" : "``").Append(parameter.Position);
                break;
            case ByReferenceType reference:
                AppendType(text, reference.ElementType);
                text.Append('@');
                break;
            case PointerType pointer:
                AppendType(text, pointer.ElementType);
                text.Append('*');
                break;
            case ArrayType array:
                AppendType(text, array.ElementType);
                text.Append('[').Append(array.Rank == 1 ? "" : string.Join(',', Enumerable.Repeat("0:", array.Rank))).Append(']');
                break;
            case GenericInstanceType instance:
                AppendInstance(text, instance);
                break;
            case IModifierType modified:
                AppendType(text, modified.ElementType);
                break;
            default:
                AppendDeclaring(text, type);
                break;
        }
    }

    /// <summary>The arguments of an instance stand at the part of the name that they belong to.</summary>
    private static void AppendInstance(StringBuilder text, GenericInstanceType instance)
    {
        var parts = new Stack<TypeReference>();
        for (TypeReference? part = instance.ElementType; part is not null; part = part.DeclaringType)
            parts.Push(part);
        var next = 0;
        foreach (var part in parts)
        {
            if (part.DeclaringType is null)
                text.Append(part.Namespace.Length > 0 ? part.Namespace + "." : "");
            else
                text.Append('.');
            var tick = part.Name.IndexOf('`', StringComparison.Ordinal);
            text.Append(tick < 0 ? part.Name : part.Name[..tick]);
            var own = tick < 0 ? 0 : int.Parse(part.Name[(tick + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            if (own == 0)
                continue;
            text.Append('{');
            for (var i = 0; i < own; i++)
            {
                if (i > 0)
                    text.Append(',');
                AppendType(text, instance.GenericArguments[next++]);
            }

            text.Append('}');
        }
    }
}
