using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime;

/// <summary>Says of a static field what it means to interpreters that share it.</summary>
[RequiresUnreferencedCode(StaticsCensus.WhyTrimming)]
internal sealed class StaticJudge(StaticWrites writes)
{
    private readonly UnchangingTypes unchanging = new();

    public StaticField Judge(FieldInfo field)
    {
        var (verdict, reason) = TryVerdictOn(field);
        return new StaticField(field.DeclaringType!.FullName ?? field.DeclaringType.Name, NameOf(field), verdict, reason);
    }

    private (StaticVerdict Verdict, string Reason) TryVerdictOn(FieldInfo field)
    {
        try
        {
            return VerdictOn(field);
        }
        catch (Exception error) when (error is FileNotFoundException or FileLoadException or BadImageFormatException or TypeLoadException)
        {
            return Hazard($"its type cannot be looked at: {error.Message}");
        }
    }

    private (StaticVerdict Verdict, string Reason) VerdictOn(FieldInfo field)
    {
        var type = field.FieldType;
        if (field.GetCustomAttribute<AuditedStaticAttribute>() is { } audit && IsComplete(audit))
            return (StaticVerdict.Safe, $"{audit.Owner} answers for it until {audit.Until}: {audit.Reason!.TrimEnd('.')}.");
        if (field.IsDefined(typeof(ThreadStaticAttribute), false)) return Hazard("it is one a thread, and interpreters take turns on a thread.");
        if (IsGeneric(type, typeof(ThreadLocal<>))) return Hazard("it holds one value a thread, and interpreters take turns on a thread.");
        if (IsGeneric(type, typeof(AsyncLocal<>))) return Hazard("its values flow along with a thread that attaches to another interpreter; Run and Call keep them apart.");
        if (IsDelegateCache(field)) return (StaticVerdict.SetOnce, "the compiler keeps a delegate there that has captured nothing.");
        if (field.IsInitOnly && IsGeneric(type, typeof(Lazy<>)) && unchanging.Contains(type.GetGenericArguments()[0]))
            return (StaticVerdict.SetOnce, "it is made at first use, and cannot change then.");

        var mayBeWritten = !field.IsInitOnly && (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly || writes.Contains(field));
        if (mayBeWritten) return Hazard(field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly ? "whoever sees it can assign it." : "it is assigned, or handed out by reference, outside of the static constructor.");
        if (unchanging.WhyNot(type) is { } why) return Hazard($"it does not change, but {why}");
        return field.IsInitOnly
            ? (StaticVerdict.Safe, "it is readonly, and so is all that it leads to.")
            : (StaticVerdict.SetOnce, "only the static constructor assigns it, and all that it leads to is readonly.");
    }

    private static (StaticVerdict Verdict, string Reason) Hazard(string reason) => (StaticVerdict.SharedHazard, reason);

    private static bool IsComplete(AuditedStaticAttribute audit) =>
        !string.IsNullOrWhiteSpace(audit.Owner) && !string.IsNullOrWhiteSpace(audit.Reason) && !string.IsNullOrWhiteSpace(audit.Until);

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static bool IsDelegateCache(FieldInfo field) =>
        field.DeclaringType is { Name: ['<', ..] } declaring
        && declaring.IsDefined(typeof(CompilerGeneratedAttribute), false)
        && (field.FieldType == declaring || typeof(Delegate).IsAssignableFrom(field.FieldType));

    /// <summary>A property's field is called <c>&lt;Name&gt;k__BackingField</c>.</summary>
    private static string NameOf(FieldInfo field) =>
        field.Name is ['<', .. var rest] && rest.EndsWith(">k__BackingField", StringComparison.Ordinal) ? rest[..rest.IndexOf('>')] : field.Name;
}
