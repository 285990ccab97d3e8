using System.Collections.Immutable;

namespace ExplicitContext.Testing;

/// <summary>What an assembly offers to a host: analyzers, fixes, generators, one of each.</summary>
public static class Instances
{
    /// <summary>An instance of every type of the assembly that is a <typeparamref name="T"/>.</summary>
    public static ImmutableArray<T> Of<T>(Type inAssemblyOf) =>
    [
        .. inAssemblyOf.Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(T)))
            .Select(type => (T)Activator.CreateInstance(type)!),
    ];
}
