using ExplicitContext.Model.Configuration;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Tests.Configuration;

/// <summary>What several lines say of one symbol together, and which symbols a line is about.</summary>
public sealed class EntryMeaningTests
{
    private const string Source = """
        namespace N;
        public class Plain
        {
            public static int Value;
            public static int Other;
            public int Instance;
            public Plain(string path) { }
            public Plain() { }
            public static T Make<T>(T seed) => seed;
            public static void Put(System.Collections.Generic.List<int> list) { }
            public static void Put(int one) { }
        }
        public class Box<T> { public static T? Held; public class Inner { public static int Deep; } }
        """;

    [Theory]
    [InlineData("F:N.Plain.*", "F:N.Plain.Value", true)]
    [InlineData("F:N.Plain.*", "F:N.Plain.Instance", false)]
    [InlineData("F:N.*", "F:N.Box`1.Held", true)]
    [InlineData("F:N.Box`1.Held", "F:N.Box`1.Held", true)]
    [InlineData("F:N.Box`1.*", "F:N.Box`1.Inner.Deep", true)]
    [InlineData("M:N.Plain.Make``1(``0)", "M:N.Plain.Make``1(``0)", true)]
    [InlineData("M:N.Plain.Make*", "M:N.Plain.Make``1(``0)", true)]
    [InlineData("M:N.Plain.Put(*)", "M:N.Plain.Put(System.Int32)", true)]
    [InlineData("M:N.Plain.Put(System.Collections.Generic.List{*})", "M:N.Plain.Put(System.Collections.Generic.List{System.Int32})", true)]
    [InlineData("M:N.Plain.Put(System.Collections.Generic.List{*})", "M:N.Plain.Put(System.Int32)", false)]
    [InlineData("M:N.Plain.#ctor(System.String)", "M:N.Plain.#ctor(System.String)", true)]
    [InlineData("M:N.Plain.#ctor(System.String)", "M:N.Plain.#ctor", false)]
    [InlineData("M:N.Plain.#ctor*", "M:N.Plain.#ctor", true)]
    [InlineData("M:N.Plain.*", "M:N.Plain.#ctor", false)]
    [InlineData("M:N.*\nM:N.Plain.#ctor(System.String)", "M:N.Plain.#ctor", false)]
    public void Line_IsAboutTheStaticMembersAndNamedConstructorsThatItMatches(string configuration, string id, bool isAmbient) =>
        Assert.Equal(isAmbient, Accessor(id, new ConfigurationFile("ExplicitContext.txt", configuration)) is not null);

    [Theory]
    [InlineData("F:N.Plain.Value\n!F:N.Plain.Value", false)]
    [InlineData("F:N.Plain.*\n!F:N.Plain.Value", false)]
    [InlineData("F:N.Plain.Value\n!F:N.Plain.*", false)]
    [InlineData("!F:N.Plain.Value\nF:N.Plain.Value", true)]
    [InlineData("F:N.Plain.*\n!F:N.Plain.Other", true)]
    [InlineData("F:N.Plain.Value\n!F:N.Plain.Value; entry", true)]
    public void LastLine_HasTheLastWord(string configuration, bool isAmbient) =>
        Assert.Equal(isAmbient, Accessor("F:N.Plain.Value", new ConfigurationFile("ExplicitContext.txt", configuration)) is not null);

    [Fact]
    public void UsersFile_TakesBackWhatAPackSays() => Assert.Null(Accessor(
        "F:N.Plain.Value", new ConfigurationFile("a/ExplicitContext.txt", "!F:N.Plain.Value"), new ConfigurationFile("z/ExplicitContext.Pack.all.txt", "F:N.Plain.*")));

    [Fact]
    public void UsersFile_AddsToWhatAPackSays()
    {
        var accessor = Accessor(
            "F:N.Plain.Value",
            new ConfigurationFile("ExplicitContext.txt", "F:N.Plain.Value; severity=warn; message=mine"),
            new ConfigurationFile("ExplicitContext.Pack.all.txt", "F:N.Plain.Value; replaced-by=plain.Value; message=theirs"))!;

        Assert.Equal(("plain.Value", Level.Warn, "mine"), (accessor.ReplacedBy, accessor.Level, accessor.Message));
    }

    [Fact]
    public void LineAfterATakeBack_BeginsAnew()
    {
        var accessor = Accessor("F:N.Plain.Value", new ConfigurationFile("ExplicitContext.txt", "F:N.Plain.Value; message=old\n!F:N.Plain.Value\nF:N.Plain.Value; severity=warn"))!;

        Assert.Equal((null, Level.Warn), (accessor.Message, accessor.Level));
    }

    [Fact]
    public void PackLineThatDoesNotResolve_IsNoProblem() =>
        Assert.Empty(Model(new ConfigurationFile("ExplicitContext.Pack.http.txt", "P:System.Web.HttpContext.Current\nP:N.Plain.Missing\nF:N.Plain.Instance")).Problems);

    [Fact]
    public void PackLineThatIsMalformed_IsAProblem() =>
        Assert.Single(Model(new ConfigurationFile("ExplicitContext.Pack.http.txt", "what is this")).Problems);

    [Theory]
    [InlineData("F:N.Plain.Value\n!F:N.Plain.Value", "'F:N.Plain.Value' is overridden by line 2 of ExplicitContext.txt")]
    [InlineData("F:N.Plain.Value; message=a\nF:N.Plain.Value; message=b", "'F:N.Plain.Value' is overridden by line 2")]
    [InlineData("!F:N.Plain.Value", "'!F:N.Plain.Value' takes nothing back: no line before it says of it that it is ambient")]
    [InlineData("F:N.Plain.Other\n!F:N.Plain.V*", "'!F:N.Plain.V*' takes nothing back")]
    [InlineData("F:N.Plain.Value\n!F:N.Plain.Value; entry", "takes nothing back: no line before it says of it that it is an entry point")]
    public void LineWithoutEffect_IsAProblem(string configuration, string message)
    {
        var problem = Assert.Single(Model(new ConfigurationFile("ExplicitContext.txt", configuration)).Problems);

        Assert.Equal(ConfigurationProblemKind.NoEffect, problem.Kind);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F:N.Plain.Value; message=a\nF:N.Plain.Value; severity=warn")]
    [InlineData("F:N.Plain.*\n!F:N.Plain.Value")]
    [InlineData("F:N.Plain.*\n!F:N.*")]
    [InlineData("F:N.Plain.Value\nF:N.Plain.Value; entry")]
    public void LineWithSomeEffect_IsNoProblem(string configuration) =>
        Assert.Empty(Model(new ConfigurationFile("ExplicitContext.txt", configuration)).Problems);

    private static AmbientAccessor? Accessor(string id, params ConfigurationFile[] files)
    {
        var model = Model(files);
        return model.GetAmbientAccessor(DocumentationCommentId.GetFirstSymbolForDeclarationId(id, model.Compilation)!);
    }

    private static ContextModel Model(params ConfigurationFile[] files) =>
        ContextModel.Create(TestCompilation.Create(Source), ContextConfiguration.Parse(files), CancellationToken.None);
}
