using System.Reflection;

namespace ExplicitContext.Runtime.Tests;

/// <summary>Walks from an object to all that can be reached from it.</summary>
internal static class ObjectGraph
{
    /// <summary>All objects that can be reached, the first one included. Types, methods, threads and what they lead to belong to the process and end the walk.</summary>
    public static IReadOnlyCollection<object> From(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([root]);
        while (open.TryPop(out var found))
        {
            if (found is Pointer or MemberInfo or Assembly or Module or Thread || !seen.Add(found)) continue;
            if (found is Array items && !items.GetType().GetElementType()!.IsPrimitive) Push(items.Cast<object?>());
            for (var type = found.GetType(); type is not null && !type.IsPrimitive && type != typeof(string); type = type.BaseType)
            {
                Push(type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    .Where(field => !field.FieldType.IsPointer && !field.FieldType.IsPrimitive)
                    .Select(field => field.GetValue(found)));
            }
        }

        return seen;

        void Push(IEnumerable<object?> values)
        {
            foreach (var value in values)
            {
                if (value is not null) open.Push(value);
            }
        }
    }
}
