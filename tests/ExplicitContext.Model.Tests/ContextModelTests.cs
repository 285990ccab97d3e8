using System.Reflection;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Tests;

public class ContextModelTests
{
    private const string Source =
        """
        using ExplicitContext;
        namespace N;
        [ContextType("request", ParameterName = "request")] public class Request { [AmbientAccessor] public static Request Now => null!; public static int Other; }
        [ThreadState] public class T { }
        [InterpreterState] public class I { }
        [RuntimeState] public class R { }
        public class Plain { public static Plain Instance = new(); public int Value; public static void Go() { } }
        public class Holder { [ContextEntry] public void Entry() { } public void Not() { } [ContextEntry] public class Inner { public void Deep() { } } }
        """;

    [Fact]
    public void LocalFunction_IsNoAccessor_WhateverTheWildcardSays()
    {
        var compilation = TestCompilation.Create("class C { static int A() { return L(); static int L() => 1; } }");
        var graph = Models.Graph(compilation.SyntaxTrees, Models.Of(compilation, "M:C.*"));

        Assert.Empty(graph.Members.SelectMany(member => member.Reads.Items));
    }

    [Theory]
    [InlineData("N.Request", "request", "request")]
    [InlineData("N.T", "thread", "tstate")]
    [InlineData("N.I", "interpreter", "interp")]
    [InlineData("N.R", "process", "runtime")]
    public void AttributedType_IsAContext(string type, string scope, string parameter)
    {
        var model = Model();
        var context = model.GetContextType(Type(type, model));

        Assert.Equal((scope, parameter), (context?.Scope, context?.ParameterName));
    }

    [Fact]
    public void PlainType_IsNone() => Assert.Null(Model() is var model ? model.GetContextType(Type("N.Plain", model)) : null);

    [Fact]
    public void TypeInTheTextFile_IsAContext_WithTheNamesGivenOrMadeOfItsOwn()
    {
        Assert.Equal(("plain", "plain"), Names(Model("T:N.Plain")));
        Assert.Equal(("session", "it"), Names(Model("T:N.Plain; scope=session; parameter=it")));

        static (string?, string?) Names(ContextModel model) => (model.GetContextType(Type("N.Plain", model))?.Scope, model.GetContextType(Type("N.Plain", model))?.ParameterName);
    }

    [Theory]
    [InlineData("", "N.Request", "Now", true)]
    [InlineData("", "N.Request", "Other", false)]
    [InlineData("F:N.Plain.Instance", "N.Plain", "Instance", true)]
    [InlineData("F:N.Plain.*", "N.Plain", "Instance", true)]
    [InlineData("F:N.*.Inst*ce", "N.Plain", "Instance", true)]
    [InlineData("F:N.*.Instances", "N.Plain", "Instance", false)]
    [InlineData("F:N.Plain.*\n!F:N.Plain.Instance", "N.Plain", "Instance", false)]
    [InlineData("!F:N.Plain.Instance\nF:N.Plain.*", "N.Plain", "Instance", true)]
    [InlineData("F:N.Plain.Value", "N.Plain", "Value", false)]
    public void Accessor_IsFoundByAttributeIdAndWildcard(string configuration, string type, string member, bool isAccessor)
    {
        var model = Model(configuration);

        Assert.Equal(isAccessor, model.GetAmbientAccessor(Type(type, model).GetMembers(member).Single()) is not null);
    }

    [Theory]
    [InlineData("", "N.Holder", "Entry", true)]
    [InlineData("", "N.Holder", "Not", false)]
    [InlineData("", "N.Holder+Inner", "Deep", true)]
    [InlineData("M:N.Holder.Not; entry", "N.Holder", "Not", true)]
    [InlineData("T:N.Holder; entry", "N.Holder", "Not", true)]
    [InlineData("", "N.Request", "Now", true)]
    public void EntryPoint_IsTheMemberOrWhatIsAroundIt(string configuration, string type, string member, bool isEntry)
    {
        var model = Model(configuration);

        Assert.Equal(isEntry, model.IsEntryPoint(Type(type, model).GetMembers(member).Single()));
    }

    [Fact]
    public void Main_IsAnEntryPoint()
    {
        var model = Models.Of(TestCompilation.Create(OutputKind.ConsoleApplication, "class P { static void Main() { } static void Other() { } }"));

        Assert.True(model.IsEntryPoint(Type("P", model).GetMembers("Main").Single()));
        Assert.False(model.IsEntryPoint(Type("P", model).GetMembers("Other").Single()));
    }

    [Theory]
    [InlineData("F:N.Plain.Missing", true)]
    [InlineData("T:N.Missing", true)]
    [InlineData("F:Missing.*", true)]
    [InlineData("F:N.Plain.*", false)]
    [InlineData("F:N.Plain.Value", true)]
    [InlineData("M:N.Holder.Not; entry", false)]
    [InlineData("M:N.Plain.Go(System.*", false)]
    [InlineData("M:N.Missing.Go(System.*", true)]
    [InlineData("P:System.DateTime.UtcNow", false)]
    public void IdThatNamesNothingToTheWord_IsAProblem(string line, bool isProblem) => Assert.Equal(
        isProblem ? 1 : 0,
        Model(line).Problems.Count(problem => problem.Kind is ConfigurationProblemKind.DoesNotResolve or ConfigurationProblemKind.NotInSight));

    [Fact]
    public void WithoutAnnotationsAndConfiguration_NothingIsAmbient()
    {
        var compilation = TestCompilation.Create("class C { }").WithReferences(TestCompilation.FrameworkOnly);

        Assert.True(Models.Of(compilation).IsEmpty);
        Assert.False(Models.Of(compilation, "P:System.DateTime.UtcNow").IsEmpty);
    }

    [Fact]
    public void KnownAttributes_AreThoseOfTheAnnotations()
    {
        var names = typeof(KnownAttributes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.Name is not (nameof(KnownAttributes.Namespace) or nameof(KnownAttributes.Assembly)))
            .Select(field => $"{KnownAttributes.Namespace}.{field.GetRawConstantValue()}");

        Assert.All(names, name => Assert.NotNull(typeof(ContextTypeAttribute).Assembly.GetType(name)));
    }

    private static ContextModel Model(string configuration = "") => Models.Of(TestCompilation.Create(Source), configuration);

    private static INamedTypeSymbol Type(string name, ContextModel model) => model.Compilation.GetTypeByMetadataName(name)!;
}
