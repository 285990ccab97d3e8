using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows that no program shows yet, with the grade that each should get.</summary>
internal static class OpenRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        Open(32, "covariant returns, new hiding", Rewritten),
        Open(34, "extern, DllImport, LibraryImport, GeneratedRegex, LoggerMessage", Unaffected),
        Open(35, "[UnmanagedCallersOnly], COM, reverse P/Invoke", Unaffected),
        Open(36, "entry point, [ModuleInitializer]", Unaffected),
        Open(37, "top-level statements", Unaffected),
        Open(38, "delegate types, function-pointer types", Diagnosed),
        Open(41, "derived context (ThreadState.Current.Interp) when only the interpreter is needed", Rewritten),
        Open(45, "call written by hand to an overload *we* generate", Rewritten),
        Open(46, "callee in another assembly", Rewritten),
        Open(47, "virtual/interface call", Rewritten),
        Open(49, "base.Foo(x)", Rewritten),
        Open(55, "&Foo with a target pointer type", Kept),
        Open(57, "dynamic argument for a group that gains an overload", Kept),
        Open(58, "reflection by name, nameof into GetMethod, CreateDelegate, serializers, DI, test framework", Rewritten),
        Open(62, "implicit conversions, lifted and short-circuit operators, == on tuples, string concatenation", Rewritten),
        Open(63, "interpolated string handlers", Rewritten),
        Open(69, "ref-struct context type", Rewritten),
        Open(70, "[Conditional], [Obsolete], [MethodImpl], [SkipLocalsInit], [return:], [param:]", Rewritten),
        Open(71, "silent hijack", Rewritten),
        Open(74, "derived type hides or wins: member in a derived type applicable first", Rewritten),
        Open(77, "usings: file, namespace-level, alias, static, extern alias, global", Rewritten),
        Open(79, "#pragma warning in force at the member", Rewritten),
        Open(81, "XML docs", Rewritten),
        Open(82, "[CallerLineNumber/FilePath/ArgumentExpression], stack traces, breakpoints", Rewritten),
        Open(83, "generated file identity", Rewritten),
        Open(84, "other generators' output", Rewritten),
        Open(85, "multi-targeting, several language versions", Rewritten),
        Open(86, "XML/COM/binary API surface", Rewritten),
        Open(87, "shims in the other direction", Rewritten),
        Open(88, "null ambient", Rewritten),
    ];
}
