namespace ExplicitContext.Runtime;

/// <summary>What holds for all collections that can change: they cross where somebody asked for a copy, and only so.</summary>
internal static class CopyPolicy
{
    public static bool Allows<T>(T collection, ref CrossingScope scope)
        where T : class
    {
        if (!scope.IsCopying) scope.Refuse(collection, "it can change; send an immutable collection, or a copy by Shareable.Copy");
        return scope.IsCopying;
    }

    /// <summary>A copy keeps the comparer, so that one must cross as it is.</summary>
    public static void RequireComparer<T>(object? comparer, ref CrossingScope scope)
    {
        if (!FrameworkTypes.IsStatelessComparer<T>(comparer)) scope.RequireByReference(comparer, "Comparer");
    }
}
