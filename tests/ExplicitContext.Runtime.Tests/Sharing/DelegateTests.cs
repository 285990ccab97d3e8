namespace ExplicitContext.Runtime.Tests;

/// <summary>Code crosses if it brings nothing along.</summary>
public class DelegateTests
{
    private static int Twice(int x) => 2 * x;

    private int Own(int x) => x;

    [Fact]
    public void SHR_16_StatelessFunctions_Cross()
    {
        Func<int, int> lambda = static x => x + 1;
        Func<int, int> undeclared = x => x + 1;
        Func<int, int> method = Twice;
        foreach (var function in new[] { lambda, undeclared, method, lambda + method })
        {
            Assert.True(Shareable.IsShareable(function));
            Assert.Same(function, Crossing.Send(function, null));
            Crossing.RequireStateless(function, "function");
        }

        Crossing.RequireStateless(Generic<string>(), "function");
        static Func<T, T> Generic<T>() => static x => x;
    }

    [Fact]
    public void SHR_17_ALambdaWhoseInnerLambdasCaptureItsOwnLocals_IsStateless()
    {
        Func<int, int> function = static limit => Enumerable.Range(0, limit).Where(n => n < limit - 1).Sum(n => n + limit);
        Crossing.RequireStateless(function, "function");
        Assert.True(Shareable.IsShareable(function));
    }

    [Fact]
    public void RUN_19_AClosure_IsRefusedNamingWhatItCaptures()
    {
        var log = new List<string>();
        var count = 0;
        Action closure = () =>
        {
            log.Add("x");
            count++;
        };
        var error = Assert.Throws<NotShareableException>(() => Crossing.RequireStateless(closure, "action"));
        Assert.Equal("action", error.Path);
        Assert.Contains("it captures 'log', 'count'", error.Message);
        Assert.False(Shareable.IsShareable(closure));
    }

    [Fact]
    public void RUN_19_ClosuresInClosures_NameAllTheirVariables()
    {
        var outer = 1;
        if (outer > 0)
        {
            var inner = 2;
            Func<int> closure = () => outer + inner + Own(1);
            var message = Assert.Throws<NotShareableException>(() => Crossing.RequireStateless(closure, "action")).Message;
            Assert.All(["'inner'", "'outer'", "'this'"], name => Assert.Contains(name, message));
        }
    }

    [Fact]
    public void RUN_20_AMethodOfAnInstance_NeedsAShareableInstance()
    {
        Func<int, int> own = Own;
        var error = Assert.Throws<NotShareableException>(() => Crossing.RequireStateless(own, "function"));
        Assert.Equal("function.Target", error.Path);

        Func<string> ofText = "text".Trim;
        Crossing.RequireStateless(ofText, "function");
        Assert.Same(ofText, Crossing.Send(ofText, null));
    }

    [Fact]
    public void OneClosureAmongOthers_IsFound()
    {
        var captured = 1;
        Action both = static () => { };
        both += () => captured++;
        both += static () => { };
        Assert.Contains("'captured'", Assert.Throws<NotShareableException>(() => Crossing.RequireStateless(both, "action")).Message);
    }

    [Fact]
    public void ACompiledExpression_BringsItsConstants()
    {
        System.Linq.Expressions.Expression<Func<int>> expression = () => 1;
        Assert.False(Shareable.IsShareable(expression.Compile()));
    }

    [Fact]
    public void TheCheckOfAStaticLambda_AllocatesNothing()
    {
        Func<int, int> lambda = static x => x + 1;
        Assert.Equal(0, Allocations.Of(() => Crossing.RequireStateless(lambda, "function")));
    }
}
