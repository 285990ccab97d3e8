using Mono.Cecil;

namespace ExplicitContext.Oracle.Tests.Il;

/// <summary>
/// The framework's methods to which the compiler hands a construct of the language, and what they call back: the construct calls that, whoever
/// stands between.
/// </summary>
internal static class IlCallbacks
{
    public static IEnumerable<IlCall> Of(MethodDefinition caller, MethodReference callee, IReadOnlyList<IlSlot> stack)
    {
        var owner = callee.DeclaringType.GetElementType().FullName;
        return (owner, callee.Name) switch
        {
            ("System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", "AppendFormatted") when callee is GenericInstanceMethod shown =>
                On(shown.GenericArguments[0], "ToString", "TryFormat"),
            ("System.String", "Format" or "Concat") => stack.TakeLast(callee.Parameters.Count).SelectMany(slot => slot.Type is { MetadataType: not MetadataType.String } and not ArrayType ? On(slot.Type, "ToString") : []),
            ("System.Text.StringBuilder", "Append") when IlTypes.IsCompilerMade(caller) && callee.Parameters[0].ParameterType.MetadataType == MetadataType.Object && stack.LastOrDefault().Type is { } type => On(type, "ToString"),
            ("System.Collections.Generic.EqualityComparer`1", "Equals") when IlTypes.IsCompilerMade(caller) => On(Argument(callee), "Equals"),
            ("System.Collections.Generic.EqualityComparer`1", "GetHashCode") when IlTypes.IsCompilerMade(caller) => On(Argument(callee), "GetHashCode"),
            (_, "AwaitOnCompleted" or "AwaitUnsafeOnCompleted") when callee is GenericInstanceMethod awaited => On(awaited.GenericArguments[0], awaited.Name == "AwaitOnCompleted" ? "OnCompleted" : "UnsafeOnCompleted"),
            _ => [],
        };
    }

    private static TypeReference Argument(MethodReference callee) => ((GenericInstanceType)callee.DeclaringType).GenericArguments[0];

    private static IEnumerable<IlCall> On(TypeReference type, params string[] names)
    {
        var receivers = IlCalls.Bounds(type);
        var known = receivers.Count > 0 ? receivers.SelectMany(IlTypes.SelfAndAbove) : [type.Module.TypeSystem.Object];
        foreach (var above in known.Select(IlTypes.Definition).OfType<TypeDefinition>().Append(IlTypes.Definition(type.Module.TypeSystem.Object)).OfType<TypeDefinition>().Distinct())
        {
            foreach (var method in above.Methods.Where(method => names.Contains(method.Name) && method is { IsVirtual: true, IsStatic: false }))
            {
                if (IsCalled(method))
                    yield return new(method, null, true, receivers, IlCalls.IsSealed(receivers));
            }
        }
    }

    private static bool IsCalled(MethodDefinition method) => method.Name != "ToString" || method.Parameters.Count == 0 || method.DeclaringType.FullName == "System.IFormattable";
}
