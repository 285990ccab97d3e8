using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ExplicitContext.Runtime;

/// <summary>Which static fields the methods of an assembly write, or hand out by reference, after their type's start.</summary>
/// <remarks>
/// Bytes that only look like such an instruction are taken for one, so a field may be found that is never written; one that is written is never
/// missed. Source: ECMA-335 III.4.30 <c>stsfld</c> and III.4.15 <c>ldsflda</c>.
/// </remarks>
[RequiresUnreferencedCode(StaticsCensus.WhyTrimming)]
internal sealed class StaticWrites
{
    private const byte StoreStaticField = 0x80;
    private const byte LoadStaticFieldAddress = 0x7F;
    private const int FieldTable = 0x04;
    private const int MemberReferenceTable = 0x0A;

    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly HashSet<(Module Module, int Token)> written = [];

    // Fields of generic types are written by way of references, which only their name leads back from.
    private readonly HashSet<string> writtenByReference = new(StringComparer.Ordinal);
    private bool hasUnknown;

    private StaticWrites()
    {
    }

    public static StaticWrites In(IEnumerable<Type> types)
    {
        var writes = new StaticWrites();
        foreach (var type in types)
        {
            foreach (var method in type.GetMethods(All)) writes.Read(method, isStart: false);
            foreach (var constructor in type.GetConstructors(All)) writes.Read(constructor, constructor.IsStatic);
        }

        return writes;
    }

    /// <summary>Whether a field may be written after the start of its type by its own assembly.</summary>
    public bool Contains(FieldInfo field) =>
        hasUnknown || written.Contains((field.Module, field.MetadataToken)) || (field.DeclaringType!.IsGenericType && writtenByReference.Contains(field.Name));

    private void Read(MethodBase method, bool isStart)
    {
        byte[]? code;
        try
        {
            code = method.GetMethodBody()?.GetILAsByteArray();
        }
        catch (Exception error) when (error is NotSupportedException or FileNotFoundException or FileLoadException or BadImageFormatException or TypeLoadException)
        {
            // Compiled ahead of time, or with a local of a type that is not there: nothing can be excluded.
            hasUnknown = true;
            return;
        }

        for (var i = 0; i + 4 < code?.Length; i++)
        {
            if (code[i] is not (StoreStaticField or LoadStaticFieldAddress)) continue;
            var token = BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(i + 1));
            if (token >> 24 == FieldTable) Note(method, token, isStart);
            else if (token >> 24 == MemberReferenceTable) NoteReference(method, token, isStart);
        }
    }

    private void Note(MethodBase method, int token, bool isStart)
    {
        if (isStart && IsOwn(method, token)) return;
        written.Add((method.Module, token));
    }

    private void NoteReference(MethodBase method, int token, bool isStart)
    {
        try
        {
            var arguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
            var field = method.Module.ResolveField(token, arguments, method.IsGenericMethod ? method.GetGenericArguments() : null);
            if (field is not null && !(isStart && field.DeclaringType?.MetadataToken == method.DeclaringType.MetadataToken)) writtenByReference.Add(field.Name);
        }
        catch (Exception error) when (error is ArgumentException or MissingFieldException or TypeLoadException or FileNotFoundException or BadImageFormatException)
        {
            // No instruction, or a field of another assembly that is not there.
        }
    }

    /// <summary>Whether it is a field of the very type whose static constructor writes it.</summary>
    private static bool IsOwn(MethodBase method, int token) =>
        method.DeclaringType!.GetFields(All).Any(field => field.MetadataToken == token);
}
