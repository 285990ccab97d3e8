using System.Reflection;
using System.Text.Json;

namespace ExplicitContext.Runtime.Tests;

/// <summary>LIF: which interpreter is which, and whose.</summary>
public sealed class IdentityTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void LIF_09_MainIsTheSameObjectFromEverywhere()
    {
        var fromSub = runtime.CreateInterpreter().Enter(tstate => tstate.Interp.Runtime.Main);

        Assert.Same(runtime.Main, fromSub);
        Assert.Same(runtime.Main, runtime.Main.Enter(tstate => tstate.Interp.Runtime.Main));
        Assert.Same(runtime.Main, runtime.GetInterpreter(InterpreterId.Main));
    }

    [Fact]
    public void LIF_10_CurrentIsTheRightOneInMainInASubAndInAThreadOfASub()
    {
        var sub = runtime.CreateInterpreter();
        InterpreterState? inThread = null;
        Assert.True(sub.StartThread(_ => inThread = InterpreterState.Current).Join(Harness.Patience));

        Assert.Same(runtime.Main, runtime.Main.Enter(_ => InterpreterState.Current));
        Assert.Same(sub, sub.Enter(_ => InterpreterState.Current));
        Assert.Same(sub, inThread);
        Assert.Throws<NotAttachedException>(() => InterpreterState.Current);
    }

    [Fact]
    public void LIF_11_AskingForTheCurrentOneAgain_GivesTheSameObject() =>
        runtime.CreateInterpreter().Enter(tstate =>
        {
            Assert.Same(InterpreterState.Current, InterpreterState.Current);
            Assert.Same(tstate.Interp, InterpreterState.Current);
            Assert.Same(tstate.Interp, tstate.Interp.Runtime.GetInterpreter(tstate.Interp.Id));
        });

    [Fact]
    public void LIF_12_AnIdFindsItsInterpreter_AndAViewHashesAsTheId()
    {
        var interp = runtime.CreateInterpreter();

        Assert.Same(interp, runtime.GetInterpreter(interp.Id));
        Assert.Same(interp, runtime.GetInterpreter(new InterpreterId(1)));
        Assert.Equal(interp, runtime.GetInterpreter(interp.Id));
        Assert.Equal(interp.View, runtime.GetInterpreter(interp.Id).View);
        Assert.Equal(interp.Id.GetHashCode(), interp.View.GetHashCode());
        Assert.NotEqual(interp.View, runtime.Main.View);
    }

    [Fact]
    public void LIF_13_AnUnknownIdIsNotFound_AndANegativeOneIsAnArgumentError()
    {
        var error = Assert.Throws<InterpreterNotFoundException>(() => runtime.GetInterpreter(new InterpreterId(7)));
        Assert.Equal(new InterpreterId(7), error.Interpreter);
        Assert.Contains("interpreter 7", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new InterpreterId(-1));
    }

    [Fact]
    public void LIF_13_AnIdOfAWrongType_DoesNotCompile()
    {
        var lookup = Assert.Single(typeof(RuntimeState).GetMethods(), method => method.Name == nameof(RuntimeState.GetInterpreter));
        Assert.Equal(typeof(InterpreterId), Assert.Single(lookup.GetParameters()).ParameterType);
        Assert.DoesNotContain(typeof(InterpreterId).GetMethods(), method => method.Name is "op_Implicit" or "op_Explicit");
    }

    [Fact]
    public void LIF_14_AnIdCannotBeChanged()
    {
        Assert.False(typeof(InterpreterState).GetProperty(nameof(InterpreterState.Id))!.CanWrite);
        Assert.False(typeof(InterpreterId).GetProperty(nameof(InterpreterId.Value))!.CanWrite);
        Assert.All(typeof(InterpreterId).GetFields(BindingFlags.Instance | BindingFlags.NonPublic), field => Assert.True(field.IsInitOnly));
    }

    [Fact]
    public void LIF_15_AnIdThatWasWrittenAndReadAgain_MeansTheSameInterpreter_InAnotherOneToo()
    {
        var interp = runtime.CreateInterpreter();
        var written = JsonSerializer.Serialize(interp.Id.Value);
        var read = new InterpreterId(JsonSerializer.Deserialize<long>(written));

        Assert.Equal(interp.Id, read);
        Assert.True(interp.Id == read);
        Assert.False(interp.Id != read);
        Assert.Same(interp, runtime.GetInterpreter(read));
        Assert.Same(interp, runtime.CreateInterpreter().Enter(tstate => tstate.Interp.Runtime.GetInterpreter(read)));
    }

    [Fact]
    public void LIF_16_TheOriginTellsWhoMadeAnInterpreter()
    {
        Assert.Equal(InterpreterOrigin.RuntimeStart, runtime.Main.Origin);
        Assert.Equal(InterpreterOrigin.Library, runtime.CreateInterpreter().Origin);
        Assert.Equal(InterpreterOrigin.Host, runtime.CreateInterpreter(new InterpreterOptions { Owner = new InterpreterOwner("me") }).Origin);
    }

    [Fact]
    public async Task LIF_16_ChangingSomebodyElsesInterpreter_IsRefused_NamingItsOrigin()
    {
        var owner = new InterpreterOwner("the debugger");
        var interp = runtime.CreateInterpreter(new InterpreterOptions { Owner = owner });
        Action[] changes =
        [
            () => interp.Run(static _ => throw new FormatException("It ran.")),
            () => interp.Call(static _ => 1),
            () => interp.Prepare("name", 1),
            () => interp.RunAsync(static _ => throw new FormatException("It ran.")),
            () => interp.Close(),
            () => interp.Close(new CloseOptions()),
            () => interp.CloseAsync(Harness.Patience),
            interp.Dispose,
            () => new InterpreterOwner("somebody else").Close(interp),
        ];
        foreach (var change in changes)
        {
            var error = Assert.Throws<InterpreterOriginException>(change);
            Assert.Contains("origin Host", error.Message);
            Assert.Contains("the debugger", error.Message);
        }

        await Assert.ThrowsAsync<InterpreterOriginException>(async () => await interp.DisposeAsync());
        Assert.Equal(InterpreterPhase.Ready, interp.Phase);
        Assert.Equal(1, interp.Enter(_ => 1));
        Assert.Equal(CloseOutcome.Closed, owner.Close(interp).Outcome);
    }
}
