using System.Collections.Immutable;
using System.Reflection;

namespace ExplicitContext.Runtime;

/// <summary>
/// The way of a type that is marked <c>[Shareable]</c> and for which nothing was generated: it crosses by reference, if its fields are readonly and what
/// they hold crosses by reference too.
/// </summary>
internal sealed class FieldwiseRoute<T> : Route<T>
{
    private readonly ImmutableArray<FieldInfo> fields = Shareables.FieldsOf(typeof(T));

    public override T Cross(T value, ref CrossingScope scope)
    {
        foreach (var field in fields)
        {
            var name = Shareables.NameOf(field);
            if (!field.IsInitOnly && !typeof(T).IsValueType)
                return scope.Refuse(value, $"its type is marked [Shareable], but its field '{name}' can be assigned; make the type partial, so that it can be copied, or the field readonly");
            if (!Routes.IsFree(field.FieldType)) scope.RequireByReference(field.GetValue(value), name);
        }

        return value;
    }
}
