using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about members whose first caller is not C#, and about what holds a member to be called later.</summary>
internal static class RootRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        new ConstructRow(34, "members without a body", Rewritten,
            "[PassContext] static int M() => Engine.Current.Next() + (getpid() > 0 ? 1 : 0); [System.Runtime.InteropServices.DllImport(\"libc\")] static extern int getpid();",
            "[PassContext] static int M() => N() + Engine.Current.Next(); private static partial int N(); } public partial class Demo { private static partial int N() => 3;",
            "[PassContext] static int M() { N(); return Engine.Current.Next(); } static partial void N();"),
        new ConstructRow(35, "members that native code calls", Diagnosed,
            "static unsafe int M() => ((delegate* unmanaged<int>)&N)(); [PassContext, System.Runtime.InteropServices.UnmanagedCallersOnly] public static int N() => Engine.Current.Next();",
            "static unsafe int M() { delegate* unmanaged<int, int> p = &N; return p(2); } [PassContext] [System.Runtime.InteropServices.UnmanagedCallersOnly] static int N(int x) => x + Engine.Current.Next();",
            "static unsafe int M() => ((delegate* unmanaged<int>)&C.N)(); [PassContext] partial class C { [System.Runtime.InteropServices.UnmanagedCallersOnly] internal static int N() { return Engine.Current.Next(); } }"),
        new ConstructRow(36, "entry point and module initializer", Diagnosed,
            "static int M() => Engine.Seen.Count; } static class Start { [PassContext, System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => Engine.Current.Next(); ",
            "static int x; static int M() => x; [PassContext] [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => x = Engine.Current.Next();",
            "static int M() { Run(); return 1; } [PassContext, System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() { Engine.Current.Next(); }"),
        new ConstructRow(38, "delegate and function-pointer types", Kept,
            "delegate int D(); static D? d; [PassContext] static int M() { d = N; return d() + Engine.Current.Depth; } static int N() => Engine.Current.Next();",
            "delegate T D<T>(T x); [PassContext] static int M() => K(N)(2) + Engine.Current.Depth; static D<int> K(D<int> d) => d; static int N(int x) => x + Engine.Current.Next();",
            "static unsafe delegate*<int> p = &N; [PassContext] static unsafe int M() { p = &N; return p() + Engine.Current.Depth; } static int N() => Engine.Current.Next();"),
    ];
}
