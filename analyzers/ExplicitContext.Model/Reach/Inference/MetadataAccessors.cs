using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using ExplicitContext.Model.Incremental;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>Finds the members that an assembly marks as ambient accessors, without making symbols of all the others.</summary>
internal static class MetadataAccessors
{
    public static ImmutableArray<ReachableName> In(MetadataReader reader) =>
    [
        .. reader.CustomAttributes.Select(reader.GetCustomAttribute)
            .Where(attribute => IsAmbientAccessor(reader, attribute.Constructor))
            .Select(attribute => NameOf(reader, attribute.Parent))
            .OfType<ReachableName>()
            .Distinct()
            .OrderBy(name => (name.Name, name.Qualifier)),
    ];

    private static bool IsAmbientAccessor(MetadataReader reader, EntityHandle constructor)
    {
        var type = constructor.Kind switch
        {
            HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)constructor).Parent,
            HandleKind.MethodDefinition => reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
            _ => default,
        };
        return type.Kind switch
        {
            HandleKind.TypeReference when reader.GetTypeReference((TypeReferenceHandle)type) is var reference => Is(reader, reference.Namespace, reference.Name),
            HandleKind.TypeDefinition when reader.GetTypeDefinition((TypeDefinitionHandle)type) is var definition => Is(reader, definition.Namespace, definition.Name),
            _ => false,
        };
    }

    private static bool Is(MetadataReader reader, StringHandle space, StringHandle name) =>
        reader.StringComparer.Equals(name, KnownAttributes.AmbientAccessor) && reader.StringComparer.Equals(space, KnownAttributes.Namespace);

    private static ReachableName? NameOf(MetadataReader reader, EntityHandle member)
    {
        switch (member.Kind)
        {
            case HandleKind.MethodDefinition:
                var method = reader.GetMethodDefinition((MethodDefinitionHandle)member);
                return NameOf(reader, method.Name, method.GetDeclaringType());
            case HandleKind.FieldDefinition:
                var field = reader.GetFieldDefinition((FieldDefinitionHandle)member);
                return NameOf(reader, field.Name, field.GetDeclaringType());
            case HandleKind.PropertyDefinition:
                var property = reader.GetPropertyDefinition((PropertyDefinitionHandle)member);
                var accessors = property.GetAccessors();
                return NameOf(reader, property.Name, DeclaringType(reader, accessors.Getter, accessors.Setter));
            case HandleKind.EventDefinition:
                var @event = reader.GetEventDefinition((EventDefinitionHandle)member);
                return NameOf(reader, @event.Name, DeclaringType(reader, @event.GetAccessors().Adder, @event.GetAccessors().Remover));
            default:
                return null;
        }
    }

    private static TypeDefinitionHandle DeclaringType(MetadataReader reader, MethodDefinitionHandle one, MethodDefinitionHandle other) =>
        reader.GetMethodDefinition(one.IsNil ? other : one).GetDeclaringType();

    /// <summary>A static member of a class that others derive from can be named through any of them.</summary>
    private static ReachableName NameOf(MetadataReader reader, StringHandle name, TypeDefinitionHandle type)
    {
        var declaring = reader.GetTypeDefinition(type);
        return new(reader.GetString(name), declaring.Attributes.HasFlag(TypeAttributes.Sealed) ? reader.GetString(declaring.Name).Split('`')[0] : null);
    }
}
