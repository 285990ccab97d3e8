using System.Reflection;

namespace Ide.Host;

/// <summary>Reflection over the services that Roslyn does not publish.</summary>
internal static class RoslynInternals
{
    /// <summary>Every instance member, visible or not.</summary>
    public const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static Type FeatureType(string name) => Assembly.Load("Microsoft.CodeAnalysis.Features").GetType(name, throwOnError: true)!;

    /// <summary>The value of a property or field, null if there is none of that name.</summary>
    public static object? Get(this object target, string name) =>
        target.GetType().GetProperty(name, Instance) is { } property ? property.GetValue(target) : target.GetType().GetField(name, Instance)?.GetValue(target);

    /// <summary>Calls a method of an interface that is not visible here.</summary>
    public static object Call(this object target, Type contract, string method, params object?[] arguments) =>
        contract.GetMethod(method, Instance)!.Invoke(target, arguments)!;

    public static MethodInfo GenericMethod(this Type type, string name, Type argument) =>
        type.GetMethods().Single(m => m.Name == name && m.GetGenericArguments().Length == 1).MakeGenericMethod(argument);

    /// <summary>Drains an <c>IAsyncEnumerable</c> of a type that is not visible here.</summary>
    public static Task<List<object>> ToListAsync(object stream)
    {
        var element = stream.GetType().GetInterfaces().Single(i => i.Name == typeof(IAsyncEnumerable<>).Name).GetGenericArguments()[0];
        var drain = typeof(RoslynInternals).GetMethod(nameof(DrainAsync), BindingFlags.Static | BindingFlags.NonPublic)!;
        return (Task<List<object>>)drain.MakeGenericMethod(element).Invoke(null, [stream])!;
    }

    private static async Task<List<object>> DrainAsync<T>(IAsyncEnumerable<T> stream)
        where T : notnull
    {
        var items = new List<object>();
        await foreach (var item in stream)
            items.Add(item);
        return items;
    }
}
