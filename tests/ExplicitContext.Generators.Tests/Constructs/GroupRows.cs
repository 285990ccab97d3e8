using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about the method group and the generated file.</summary>
internal static class GroupRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        Done(73, "member with the generated signature", Rewritten,
            "[PassContext] static int M() => Engine.Current.Next(); static int N(Engine engine) => M(engine); static int M(Engine engine) => engine.Next();",
            "[PassContext] static int M() => Engine.Current.Next(); public static int M(Engine other) => other.Next();",
            "[PassContext] static int M() { return Engine.Current.Next(); } private static int M(Engine engine) { return engine.Next(); }"),
        Done(75, "name already used by a local", Rewritten,
            "[PassContext] static int M() { var engine = 3; return engine + Engine.Current.Next(); }",
            "[PassContext] static int M() => new[] { 1 }.Select(engine => engine + Engine.Current.Next()).Sum();",
            "[PassContext] static int M() => 4 is var engine ? engine + Engine.Current.Next() : 0;"),
        Done(76, "name is a field or property in use", Rewritten,
            "static int engine = 7; [PassContext] static int M() => engine + Engine.Current.Next();",
            "int engine = 7; [PassContext] static int M() => new Demo().N(); int N() => engine + Engine.Current.Next();",
            "static int engine => 7; [PassContext] static int M() { return engine + Engine.Current.Next(); }"),
        new(54, "natural type of the group", Rewritten, Diagnosed,
            "[PassContext] public static int M() => Engine.Current.Next(); static object F() { var f = M; return f; }",
            "[PassContext] public static int M() => Engine.Current.Next(); static Delegate F() => M;",
            "[PassContext] public static int M() { Delegate d = M; return Engine.Current.Next(); }"),
        new(72, "loud ambiguity", Rewritten, Diagnosed,
            "public static int M() => N(null, 2); [PassContext] static int N(string? s, object? x = null) => Engine.Current.Next(); static int O() => N(null, null);",
            "public static int M() => new Demo().N(null, 2); [PassContext] int N(string? s, object? x = null) => Engine.Current.Next(); int O() => N(null, null);",
            "public static int M() => C.N(null, 2); static int O() => C.N(null, null); static partial class C { [PassContext] public static int N(string? s, object? x = null) => Engine.Current.Next(); }"),
        Done(78, "conditional compilation in bodies", Rewritten,
            "[PassContext] static int M()\n{\n#if NEVER\nreturn 0;\n#else\nreturn Engine.Current.Next();\n#endif\n}",
            "[PassContext] static int M()\n{\n#if !NEVER\nEngine.Current.Next();\n#endif\nreturn Engine.Current.Next();\n}",
            "[PassContext] static int M()\n{\nvar x = 1\n#if NEVER\n+ 2\n#endif\n+ Engine.Current.Next();\nreturn x;\n}"),
        Done(80, "nullable context", Rewritten,
            "#nullable disable\n[PassContext] static string M() { string s = null; return s + Engine.Current.Next(); }\n#nullable restore",
            "[PassContext] static string? M() { string? s = null; return s + Engine.Current.Next(); }",
            "[PassContext] static string M()\n{\n#nullable disable\nstring s = null;\n#nullable restore\nreturn s + Engine.Current.Next();\n}"),
    ];
}
