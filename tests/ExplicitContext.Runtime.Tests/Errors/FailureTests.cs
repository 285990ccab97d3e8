using System.Reflection;

namespace ExplicitContext.Runtime.Tests;

/// <summary>EXC: how a failure inside an interpreter is told outside.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;

    public FailureTests() => interp = runtime.CreateInterpreter();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void EXC_01_AnExceptionInARun_IsToldToTheCallerByTypeNameAndMessage()
    {
        var error = Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ => throw new FormatException("not a number")));

        Assert.Equal(interp.Id, error.Interpreter);
        Assert.Equal("System.FormatException", error.Info.TypeName);
        Assert.Equal("not a number", error.Info.Message);
        Assert.Equal("System.FormatException: not a number", error.Message);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public void EXC_02_TheDisplay_HasTheCalleesFullStack()
    {
        var error = Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ => Outer()));

        Assert.Contains(nameof(Inner), error.Info.Display);
        Assert.Contains(nameof(Outer), error.Info.Display);
        Assert.True(error.Info.Display.IndexOf(nameof(Inner), StringComparison.Ordinal) < error.Info.Display.IndexOf(nameof(Outer), StringComparison.Ordinal));
        Assert.Contains(nameof(Outer), error.Info.StackTrace);
        Assert.Contains($"In interpreter {interp.Id}", error.ToString());
        Assert.Contains(nameof(Inner), error.ToString());
    }

    [Fact]
    public void EXC_03_ExceptionsInExceptions_AreAllInTheDisplay()
    {
        var display = Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ =>
            throw new InvalidOperationException("outermost", new FormatException("middle", new TimeoutException("innermost"))))).Info.Display;

        Assert.Contains("System.InvalidOperationException: outermost", display);
        Assert.Contains("---> System.FormatException: middle", display);
        Assert.Contains("---> System.TimeoutException: innermost", display);
    }

    [Fact]
    public void EXC_04_AnAggregateException_ShowsAllItsBranches()
    {
        var display = Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ => throw new AggregateException(
            new FormatException("one", new TimeoutException("below one")),
            new AggregateException(new IOException("two"), new IOException("three"))))).Info.Display;

        Assert.All(["FormatException: one", "TimeoutException: below one", "IOException: two", "IOException: three"], branch => Assert.Contains(branch, display));
    }

    [Fact]
    public void EXC_05_AnExceptionOfATypeThatTheCallerCannotName_IsToldByNames()
    {
        var error = Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ => throw new PrivateException("odd", 7)));

        Assert.Equal(typeof(PrivateException).FullName, error.Info.TypeName);
        Assert.Equal("odd", error.Info.Message);
        Assert.DoesNotContain(Reachable(error.Info), reachable => reachable is Exception);
    }

    [Fact]
    public void EXC_06_AnExceptionWhoseMessageThrows_IsToldNevertheless()
    {
        var error = Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ => throw new MuteException(new NotSupportedException())));

        Assert.Equal(typeof(MuteException).FullName, error.Info.TypeName);
        Assert.Equal("<System.NotSupportedException when asked>", error.Info.Message);
        Assert.Contains(nameof(EXC_06_AnExceptionWhoseMessageThrows_IsToldNevertheless), error.Info.Display);
    }

    [Fact]
    public void EXC_07_NoObjectOfTheCallee_CanBeReachedFromWhatTheCallerGets()
    {
        var error = Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ => throw new PrivateException("odd", new Secret())));
        error.Data["seen"] = error.ToString();
        var reachable = Reachable(error);

        Assert.Contains(error.Info, reachable);
        Assert.DoesNotContain(reachable, each => each is Secret or PrivateException or InterpreterState or ThreadState);
        Assert.Contains(Reachable(new PrivateException("odd", new Secret())), each => each is Secret);
    }

    [Fact]
    public void EXC_08_ARequestToExit_IsAFailureLikeAnyOther_AndTheProcessLives()
    {
        var exit = Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ => throw new ExitException()));
        Assert.Equal(typeof(ExitException).FullName, exit.Info.TypeName);

        var cancel = Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ => throw new OperationCanceledException()));
        Assert.Equal("System.OperationCanceledException", cancel.Info.TypeName);
        interp.Run(static _ => { });
    }

    [Fact]
    public void EXC_09_AnErrorInASource_IsToldWithItsPosition()
    {
        var error = Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ => throw new SourceException(new SourcePosition("main.lua", 3, 7))));

        Assert.Equal(new SourcePosition("main.lua", 3, 7), error.Info.Position);
        Assert.Equal("main.lua:3:7", error.Info.Position!.ToString());
        Assert.Null(Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ => throw new FormatException())).Info.Position);
    }

    // Types, methods and threads belong to the process.
    private static IReadOnlyCollection<object> Reachable(object root) =>
        ObjectGraph.From(root, found => found is MemberInfo or Assembly or Module or Thread);

    private static void Outer() => Inner();

    private static void Inner() => throw new FormatException();

    private sealed class Secret;

    private sealed class PrivateException(string message, object payload) : Exception(message)
    {
        public object Payload { get; } = payload;
    }

    private sealed class MuteException(Exception failure) : Exception
    {
        public override string Message => throw failure;
    }

    private sealed class ExitException : Exception;

    private sealed class SourceException(SourcePosition position) : Exception, ISourceError
    {
        public SourcePosition? Position => position;
    }
}
