using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Tests;

public sealed class ContextScopesTests
{
    private const string Source =
        """
        using ExplicitContext;
        [RuntimeState] class Host { public Part? Part { get; } }
        [InterpreterState] class Part(Host host) { public Host Host { get; } = host; }
        [ThreadState] class Flow(Part part) { public Part Part { get; } = part; }
        class Derived(Part part) : Flow(part);
        [ContextType("thread")] interface IStep;
        class Step : IStep;
        [ContextType("tenant")] class Tenant { public Visit? Last { get; } }
        [ContextType("visit")] class Visit(Tenant tenant) { public Tenant Tenant { get; } = tenant; }
        [ContextType("other")] class Other { public Other(Twin twin) => Twin = twin; public Twin Twin { get; } }
        [ContextType("twin")] class Twin { public Twin(Other other) => Other = other; public Other Other { get; } }
        class Plain<T> where T : Flow { public T? Own; public Plain<T>? Self; public string? Text; public Flow[]? Many; }
        """;

    [Theory]
    [InlineData("Flow", "Flow", true)]
    [InlineData("Derived", "Flow", true)]
    [InlineData("Step", "IStep", true)]
    [InlineData("Part", "Part", false)]
    [InlineData("Visit", "Visit", false)]
    public void AContext_IsFoundByTypeBaseOrInterface(string type, string context, bool isThreadBound)
    {
        var (contexts, compilation) = Model();
        var symbol = compilation.GetTypeByMetadataName(type);

        Assert.Equal(context, contexts.ContextOf(symbol)?.Type.Name);
        Assert.Equal(isThreadBound, contexts.IsThreadBound(symbol));
    }

    [Theory]
    [InlineData("Own", true)]
    [InlineData("Self", false)]
    [InlineData("Text", false)]
    [InlineData("Many", false)]
    public void ATypeParameter_IsWhatItIsConstrainedTo_AndNoCollectionIsAContext(string field, bool isContext)
    {
        var (contexts, compilation) = Model();

        Assert.Equal(isContext, contexts.ContextOf(compilation.GetTypeByMetadataName("Plain`1")!.GetMembers(field).OfType<IFieldSymbol>().Single().Type) is not null);
    }

    [Theory]
    [InlineData("Flow", "Part", true)]
    [InlineData("Flow", "Host", true)]
    [InlineData("Part", "Host", true)]
    [InlineData("Host", "Part", false)]
    [InlineData("Part", "Flow", false)]
    [InlineData("Flow", "IStep", false)]
    [InlineData("Visit", "Tenant", true)]
    [InlineData("Tenant", "Visit", false)]
    [InlineData("Other", "Twin", false)]
    [InlineData("Visit", "Host", false)]
    [InlineData("Visit", "Visit", false)]
    public void ANarrowerContext_IsKnownByItsScope_OrByWhatItIsMadeWith(string one, string other, bool isNarrower)
    {
        var (contexts, compilation) = Model();
        ContextType Of(string name) => contexts.ContextOf(compilation.GetTypeByMetadataName(name))!;

        Assert.Equal(isNarrower, contexts.IsNarrower(Of(one), Of(other)));
    }

    private static (ContextModel Contexts, Compilation Compilation) Model()
    {
        var compilation = TestCompilation.Create(Source);
        return (Models.Of(compilation), compilation);
    }
}
