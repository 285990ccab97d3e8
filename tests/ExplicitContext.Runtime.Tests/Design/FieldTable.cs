using System.Reflection;
using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime.Tests;

/// <summary>The tables of docs/runtime-state.md, and the fields of the types that they are about.</summary>
internal static class FieldTable
{
    public const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The rows of the table under a heading, cell by cell, without the heading of the table.</summary>
    public static IReadOnlyList<string[]> Rows(string heading)
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "docs", "runtime-state.md"));
        var section = lines.SkipWhile(line => line != $"## {heading}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
        var rows = section.Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    /// <summary>A row's first cell, without the marks of code.</summary>
    public static string NameOf(string[] row) => row[0].Trim('`');

    /// <summary>The fields that a type stores, by the names that its source has for them.</summary>
    public static IReadOnlyDictionary<string, FieldInfo> FieldsOf(Type type) => type.GetFields(All)
        .Where(field => !field.IsLiteral && !IsDelegateCache(field))
        .ToDictionary(SourceName);

    public static string? GuardOf(FieldInfo field) => field.GetCustomAttribute<GuardedByAttribute>()?.LockName;

    /// <summary>Why a guard is none, or null where it is one.</summary>
    public static string? Complaint(FieldInfo field) => GuardOf(field) switch
    {
        null => "names no lock",
        "atomic" or "the own thread" or "the interpreter's lock" => null,
        "set once" => field.IsInitOnly ? null : "is set once, but not readonly",
        var name => FieldsOf(field.DeclaringType!).TryGetValue(name, out var guard) && guard.IsInitOnly && IsLock(guard.FieldType) ? null : $"is guarded by '{name}', which is no readonly lock",
    };

    public static bool IsLock(Type type) => type == typeof(SmallLock) || type == typeof(InterpreterLock);

    /// <summary>Whether the compiler keeps a parameter of the primary constructor there.</summary>
    public static bool IsCapturedParameter(FieldInfo field) => field.Name is ['<', .., '>', 'P'];

    private static bool IsDelegateCache(FieldInfo field) => field.IsStatic && field.IsDefined(typeof(CompilerGeneratedAttribute)) && typeof(Delegate).IsAssignableFrom(field.FieldType);

    private static string SourceName(FieldInfo field) => field.Name is ['<', .. var rest] ? rest[..rest.IndexOf('>')] : field.Name;

    private static string Root([CallerFilePath] string thisFile = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(thisFile)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Toolkit.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
