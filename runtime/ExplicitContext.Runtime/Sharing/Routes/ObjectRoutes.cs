using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime;

/// <summary>The way of an object of which only the run-time type tells anything.</summary>
internal static class ObjectRoutes
{
    public static object Cross(object value, InterpreterState? sender, ref CrossingScope scope)
    {
        var type = value.GetType();
        switch (value)
        {
            case string:
                return value;
            case ITransferable handle:
                return CrossHandle(handle, ref scope);
            case IShareable shareable when shareable.ShareableType == type:
                return FromBox(shareable.Cross(ref scope), type, ref scope);
            case Delegate function:
                return Delegates.Cross(function, ref scope);
        }

        if (FrameworkTypes.IsImmutable(type)) return value;
        if (value is ICrossesByReference && type.Assembly == typeof(ICrossesByReference).Assembly) return value;
        if (sender?.Copiers.Find(type) is { } copier)
            return scope.Mode == CrossingMode.Send ? scope.Replace(copier.Copy(value)) : scope.Replace(value);
        if (FrameworkTypes.IsSwitchable(value, out var obstacle)) return obstacle is null ? value : scope.Refuse(value, obstacle);
        if (value is IShareable ofBase && !Shareables.IsDeclared(type))
            return scope.Refuse(value, $"it derives from the shareable type {ofBase.ShareableType}, which does not know what it adds; mark it [Shareable] and partial, too");
        return Routes.Find(type) is { } route ? FromBox(route.CrossObject(value, ref scope), type, ref scope) : WithoutRoute(value, type, ref scope);
    }

    // A declared struct in a box can be changed there, through an interface, so the receiver gets a box of its own.
    private static object FromBox(object crossed, Type type, ref CrossingScope scope) =>
        type.IsValueType && Shareables.IsDeclared(type) && !Shareables.IsReadOnlyStruct(type) ? scope.Replace(crossed) : crossed;

    private static object CrossHandle(ITransferable handle, ref CrossingScope scope)
    {
        switch (scope.Mode)
        {
            case CrossingMode.Send when handle.TryDepart() is { } transferred:
                scope.Depart(transferred);
                return transferred;
            case CrossingMode.Discard:
                handle.Discard();
                return handle;
            case CrossingMode.Recall:
                handle.Recall();
                return handle;
            default:
                return handle.FindObstacle() is { } obstacle ? scope.Refuse(handle, obstacle) : scope.Replace(handle);
        }
    }

    private static object WithoutRoute(object value, Type type, ref CrossingScope scope)
    {
        if (value is Array array && CopyPolicy.Allows(array, ref scope)) return CopyArray(array, ref scope);
        if (value is ITuple tuple && type.Assembly == typeof(ITuple).Assembly)
        {
            for (var i = 0; i < tuple.Length; i++) scope.RequireByReference(tuple[i], $"Item{i + 1}");
            return value;
        }

        if (ImmutableSequences.TryCross(value, type, ref scope)) return value;
        if (Shareables.IsDeclared(type))
            return scope.Refuse(value, "its type is marked [Shareable], but no code was generated for it, and this process cannot look at its fields; make it partial");
        return !RuntimeFeature.IsDynamicCodeSupported && type.IsGenericType && type.Assembly != typeof(ObjectRoutes).Assembly && value is System.Collections.IEnumerable
            ? scope.Refuse(value, "this process makes no code at run time, so it cannot look into a collection of this kind; send an ImmutableArray or ImmutableList, or what Shareable.Copy gives")
            : scope.Refuse(value, FrameworkTypes.ReasonAgainst(value));
    }

    private static Array CopyArray(Array array, ref CrossingScope scope)
    {
        if (scope.TryGetCopy(array, out var copy)) return copy;
        copy = scope.Register(array, (Array)array.Clone());
        if (FrameworkTypes.IsImmutable(array.GetType().GetElementType()!)) return copy;
        if (copy.Rank > 1) return scope.Refuse(copy, "an array of several dimensions is copied where its elements are numbers, strings or the like; use an array of arrays");
        for (var i = 0; i < copy.Length; i++) copy.SetValue(scope.Cross(copy.GetValue(i), i), i);
        return copy;
    }
}
