using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about the attributes of a member, what its type has already, and the name of the context.</summary>
internal static class GroupRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        new ConstructRow(69, "ref struct as a context", Diagnosed,
            "[PassContext] public static int M() => View.Current.Next(); } [ContextType(\"view\", ParameterName = \"view\")] public ref struct View { [AmbientAccessor] public static View Current => new(); public int Next() => Engine.Current.Next();",
            "public static int M() => N(); [PassContext] static int N() { View v = View.Current; return v.Next(); } } [ContextType(\"view\", ParameterName = \"view\")] public ref struct View { [AmbientAccessor] public static View Current => new(); public int Next() => Engine.Current.Next();",
            "public static int M() => N(2); [PassContext] static int N(int x) => Make().Next() + x; [AmbientAccessor] static View Make() => new(); } [ContextType(\"view\")] public readonly ref struct View { public int Next() => Engine.Current.Next();"),
        new ConstructRow(70, "attributes of the member", Rewritten,
            "[PassContext, Obsolete(\"old\")] static int M() { N(); return Engine.Current.Next(); } [System.Diagnostics.Conditional(\"NEVER\")] static void N() => Engine.Current.Next();",
            "[PassContext, System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)] [return: System.Diagnostics.CodeAnalysis.NotNull] static string M() => N(\"\"); static string N([System.Diagnostics.CodeAnalysis.AllowNull] string x) => x + Engine.Current.Next();",
            "[AttributeUsage(AttributeTargets.Method)] class CommandAttribute : Attribute; static IEnumerable<string> Commands => typeof(Demo).GetMethods((System.Reflection.BindingFlags)60).Where(m => m.IsDefined(typeof(CommandAttribute), false)).Select(m => m.ToString()!); [PassContext] static string M() => Engine.Current.Next() + N() + string.Join(\",\", Commands); [Command] static int N() => Engine.Current.Next();",
            "[PassContext] [System.Runtime.CompilerServices.SkipLocalsInit] static int M() { Span<int> x = stackalloc int[1]; x[0] = Engine.Current.Next(); return x[0]; }"),
        new ConstructRow(73, "member with the generated signature", Rewritten,
            "[PassContext] static int M() => Engine.Current.Next(); static int N(Engine engine) => M(engine); static int M(Engine engine) => engine.Next();",
            "[PassContext] static int M() => Engine.Current.Next(); public static int M(Engine other) => other.Next();",
            "[PassContext] static int M() { return Engine.Current.Next(); } private static int M(Engine engine) { return engine.Next(); }"),
        new ConstructRow(75, "name already used by a local", Rewritten,
            "[PassContext] static int M() { var engine = 3; return engine + Engine.Current.Next(); }",
            "[PassContext] static int M() => new[] { 1 }.Select(engine => engine + Engine.Current.Next()).Sum();",
            "[PassContext] static int M() => 4 is var engine ? engine + Engine.Current.Next() : 0;"),
        new ConstructRow(76, "name is a field or property in use", Rewritten,
            "static int engine = 7; [PassContext] static int M() => engine + Engine.Current.Next();",
            "int engine = 7; [PassContext] static int M() => new Demo().N(); int N() => engine + Engine.Current.Next();",
            "static int engine => 7; [PassContext] static int M() { return engine + Engine.Current.Next(); }"),
    ];
}
