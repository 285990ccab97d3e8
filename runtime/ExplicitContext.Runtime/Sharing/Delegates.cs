namespace ExplicitContext.Runtime;

/// <summary>Which delegates may cross: those that bring nothing along, or only a target that crosses as it is.</summary>
internal static class Delegates
{
    /// <summary>Whether the delegate is a static method or a lambda that captures nothing. A few ns; false may be wrong, true never is.</summary>
    public static bool IsPlainlyStateless(Delegate function)
    {
#if NET9_0_OR_GREATER
        return function.HasSingleTarget && IsStateless(function.Target);
#else
        return IsStateless(function.Target) && function.GetInvocationList().Length == 1;
#endif
    }

    /// <summary>Crosses the delegate as it is, or refuses it and says what it captures.</summary>
    public static Delegate Cross(Delegate function, ref CrossingScope scope)
    {
        if (IsPlainlyStateless(function)) return function;
        foreach (var single in function.GetInvocationList())
        {
            if (IsStateless(single.Target)) continue;
            if (IsClosure(single.Target!.GetType()))
                return scope.Refuse(function, $"it captures {Captured(single.Target.GetType())}; make it static and hand that over as an argument");
            scope.RequireByReference(single.Target, "Target");
        }

        return function;
    }

    // The compilers of C# and Visual Basic put lambdas that capture nothing into one class without fields; no source can give a class such a name.
    private static bool IsStateless(object? target) =>
        target is null || (target.GetType().Name is var name && ((name.StartsWith("<>c", StringComparison.Ordinal) && !IsClosure(name)) || name == "_Closure$__"));

    private static bool IsClosure(Type type) => IsClosure(type.Name);

    private static bool IsClosure(string name) =>
        name.StartsWith("<>c__DisplayClass", StringComparison.Ordinal) || name.StartsWith("_Closure$__", StringComparison.Ordinal);

    // A native program does not keep the names of fields.
    private static string Captured(Type closure) =>
        string.Join(", ", NamesIn(closure).Distinct().Select(name => $"'{name}'")) is { Length: > 0 } names ? names : "variables of the code around it";

    private static IEnumerable<string> NamesIn(Type closure) => Shareables.FieldsOf(closure).SelectMany(field =>
        IsClosure(field.FieldType) ? NamesIn(field.FieldType)
        : [field.Name is "<>4__this" or "$VB$Me" ? "this" : Shareables.NameOf(field)]);
}
