using System.Reflection;

namespace Samples.Tests;

/// <summary>What a user of an assembly can see of it, one line for each type and member.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared
        = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .SelectMany(type => type.GetMembers(Declared).Where(IsVisible).Select(Describe).Prepend($"{type.Attributes} : {Parents(type)}")
                .Select(line => $"{type.FullName}: {line}"))
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        _ => false, // Properties and events show in their accessors, nested types by themselves.
    };

    private static string Parents(Type type)
        => string.Join(", ", type.GetInterfaces().Append(type.BaseType).Select(parent => $"{parent}").Order(StringComparer.Ordinal));

    private static string Describe(MemberInfo member) => member switch
    {
        FieldInfo field => $"{field.Attributes} {field.FieldType} {field.Name} {(field.IsLiteral ? field.GetRawConstantValue() : "")}",
        MethodInfo method => $"{method.Attributes} {Describe(method.ReturnParameter)}{method.Name}({Parameters(method)})",
        ConstructorInfo constructor => $"{constructor.Attributes} {constructor.Name}({Parameters(constructor)})",
        _ => throw new ArgumentException($"{member.MemberType} was not expected", nameof(member)),
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Describe));

    private static string Describe(ParameterInfo parameter)
    {
        var nullability = new NullabilityInfoContext().Create(parameter);
        var attributes = parameter.GetCustomAttributesData().Where(IsPartOfTheSignature).Select(attribute => $"[{attribute.AttributeType.Name}] ");
        var fallback = parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "default"}" : "";
        return $"{string.Concat(attributes)}{parameter.ParameterType} {nullability.ReadState}/{nullability.WriteState} {parameter.Name}{fallback}";
    }

    /// <summary>Nullability is told apart already, and its encoding depends on the neighbours.</summary>
    private static bool IsPartOfTheSignature(CustomAttributeData attribute)
        => attribute.AttributeType.Name is not ("NullableAttribute" or "NullableContextAttribute");
}
