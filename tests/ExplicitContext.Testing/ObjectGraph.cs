using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ExplicitContext.Testing;

/// <summary>Walks all that an object keeps alive.</summary>
internal static class ObjectGraph
{
    private static readonly Type[] Forbidden =
    [
        typeof(Compilation), typeof(SemanticModel), typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference),
        typeof(SyntaxToken), typeof(SyntaxTrivia), typeof(Location), typeof(IOperation), typeof(AttributeData), typeof(Diagnostic),
    ];

    public static void AssertHoldsNoCompilation(object? root, string step)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(object Value, string Path)>();
        Push(root, step);
        while (open.TryPop(out var next))
        {
            if (next.Value is Diagnostic { Location.SourceTree: null })
                continue; // a value: names, numbers and a place by path and line
            var type = next.Value.GetType();
            var forbidden = Array.Find(Forbidden, candidate => candidate.IsAssignableFrom(type));
            Assert.True(forbidden is null, $"{next.Path} holds a {type.Name}, so the pipeline keeps a {forbidden?.Name} alive and cannot be cached.");
            if (next.Value is Array array)
            {
                foreach (var element in array)
                    Push(element, next.Path + "[]");
            }

            for (var owner = type; owner is not null; owner = owner.BaseType)
            {
                foreach (var field in owner.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    Push(IsOpaque(field.FieldType) ? null : field.GetValue(next.Value), $"{next.Path}.{field.Name}");
            }
        }

        void Push(object? value, string path)
        {
            if (value is not null && !IsOpaque(value.GetType()) && (value is ValueType || seen.Add(value)))
                open.Push((value, path));
        }
    }

    private static bool IsOpaque(Type type) =>
        type.IsPrimitive || type.IsEnum || type.IsPointer || type.IsByRef || type.IsByRefLike || type == typeof(string)
        || typeof(MemberInfo).IsAssignableFrom(type) || typeof(Assembly).IsAssignableFrom(type) || typeof(Module).IsAssignableFrom(type);
}
