using ExplicitContext.Generators.Tests.Shims;
using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about the file around the member: usings, directives, documentation.</summary>
internal static class FileRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        new ConstructRow(77, "usings", Rewritten,
            """
            using static Sample.Engine;
            using ExplicitContext;
            namespace Sample { public partial class Demo { [PassContext] static int M() => Current.Next() + N(); static int N() => Current.Next(); } }
            """,
            """
            namespace Sample
            {
                using System.Linq;
                using E = Sample.Engine;
                using ExplicitContext;
                namespace Inner { using Numbers = System.Collections.Generic.List<int>; public static partial class N { public static int O(Numbers x) => x.Sum() + E.Current.Next(); } }
                public partial class Demo { [PassContext] static int M() => Inner.N.O([1, 2]) + E.Current.Next(); }
            }
            """,
            """
            global using System.Text;
            using ExplicitContext;
            using Pair = (int A, int B);
            namespace Sample;
            using System.Linq;
            public partial class Demo { [PassContext] static int M() => N((1, 2)) + new[] { 3 }.Max(); static int N(Pair pair) => new StringBuilder().Append(pair.A).Length + Engine.Current.Next(); }
            """),
        new ConstructRow(78, "conditional compilation in bodies", Rewritten,
            "[PassContext] static int M()\n{\n#if NEVER\nreturn 0;\n#else\nreturn Engine.Current.Next();\n#endif\n}",
            "[PassContext] static int M()\n{\n#if !NEVER\nEngine.Current.Next();\n#endif\nreturn Engine.Current.Next();\n}",
            "[PassContext] static int M()\n{\nvar x = 1\n#if NEVER\n+ 2\n#endif\n+ Engine.Current.Next();\nreturn x;\n}"),
        new ConstructRow(79, "#pragma warning and #region", Rewritten,
            "#pragma warning disable CS0168\n[PassContext] static int M() { int unused; return Engine.Current.Next(); }\n#pragma warning restore CS0168",
            "[PassContext] static int M()\n{\n#pragma warning disable CS0168\nint unused;\n#pragma warning restore CS0168\nreturn Engine.Current.Next();\n}",
            "#region Members\n[PassContext] static int M()\n{\n#endregion\n#region Body\nreturn Engine.Current.Next();\n}\n#endregion"),
        new ConstructRow(80, "nullable context", Rewritten,
            "#nullable disable\n[PassContext] static string M() { string s = null; return s + Engine.Current.Next(); }\n#nullable restore",
            "[PassContext] static string? M() { string? s = null; return s + Engine.Current.Next(); }",
            "[PassContext] static string M()\n{\n#nullable disable\nstring s = null;\n#nullable restore\nreturn s + N<string>();\n}\nstatic int N<T>() where T : class? => Engine.Current.Next();"),
        new ConstructRow(81, "XML documentation", Rewritten,
            "/// <summary>Counts.</summary>\n[PassContext] static int M() => N(2);\n/// <summary>As <see cref=\"M()\"/> does.</summary>\n/// <param name=\"x\">More.</param>\nstatic int N(int x) => x + Engine.Current.Next();",
            "/** <summary>Counts.</summary> */\n[PassContext] static int M() => Engine.Current.Next();",
            "/// <summary>Counts.\n/// Twice.</summary>\n/// <remarks><c>x &lt; y</c></remarks>\n[PassContext] static int M() => N<int>(2);\n/// <inheritdoc cref=\"M()\"/>\n/// <typeparam name=\"T\">Any.</typeparam>\nstatic int N<T>(T x) => Engine.Current.Next();"),
        new ConstructRow(82, "caller info", Rewritten,
            "[PassContext] static string M() => N() + Engine.Current.Next(); static string N([System.Runtime.CompilerServices.CallerMemberName] string member = \"\", [System.Runtime.CompilerServices.CallerFilePath] string file = \"\", [System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => member + file + line;",
            "[PassContext] static string M() => P; static string P => N() + Engine.Current.Next(); static string N([System.Runtime.CompilerServices.CallerMemberName] string member = \"\") => member;",
            "[PassContext] static string M() => N(Engine.Current.Next()); static string N(int x, [System.Runtime.CompilerServices.CallerArgumentExpression(\"x\")] string text = \"\") => text + x;",
            "[PassContext] static string M()\n{\n    return N(O(\n        1))\n        + N(O(2));\n} static int O(int x) => x + Engine.Current.Next(); static string N(int x, [System.Runtime.CompilerServices.CallerLineNumber] int line = 0, [System.Runtime.CompilerServices.CallerArgumentExpression(\"x\")] string text = \"\") => text + line;"),
        Elsewhere(37, "top-level statements", Unaffected, typeof(RootTests), nameof(RootTests.TopLevelStatements_StayAsTheyAre)),
        Elsewhere(45, "call of an overload that is yet to be generated", Rewritten, typeof(NeighbourTests), nameof(NeighbourTests.CallOfAnOverloadThatIsYetToBeMade_AsksForIt)),
        Elsewhere(83, "the generated file's name", Rewritten, typeof(GeneratedFileTests), nameof(GeneratedFileTests.Name_IsThatOfTheSourceFile)),
        Elsewhere(84, "output of other generators", Rewritten, typeof(NeighbourTests), nameof(NeighbourTests.WhatAnotherGeneratorAdds_IsCalledAsItStands)),
        Elsewhere(85, "versions of the language", Rewritten, typeof(GeneratedFileTests), nameof(GeneratedFileTests.OlderLanguage_IsNotAskedForWhatItLacks)),
        Elsewhere(86, "public surface", Rewritten, typeof(NeighbourTests), nameof(NeighbourTests.PublicSurface_StaysWhatItIs)),
        Elsewhere(87, "shims in the other direction", Rewritten, typeof(ShimProgramTests), nameof(ShimProgramTests.StaticMembers_ForwardEverything)),
        Elsewhere(88, "null ambient", Rewritten, typeof(ShimAmbientTests), nameof(ShimAmbientTests.ANullAmbient_IsRefusedByNameWhereTheTypesSaySo_ElseHandedOn)),
        Elsewhere(41, "derived context when only that is needed", Rewritten, typeof(NarrowestContextTests), nameof(NarrowestContextTests.DerivedContext_IsTheOneThatIsTaken)),
        Elsewhere(46, "callee in another assembly", Rewritten, typeof(UpstreamTests), nameof(UpstreamTests.OverloadOfALibrary_IsCalled)),
    ];
}
