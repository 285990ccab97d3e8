namespace ExplicitContext.Runtime.Tests;

/// <summary>CFG-10, ISO-10: a component of which the process has one instance is one interpreter's at a time.</summary>
public sealed class ComponentTests : IDisposable
{
    private static readonly Component Engine = new("libengine");

    private readonly RuntimeState runtime = RuntimeState.Initialize(new RuntimeOptions { CheckLockOrder = true });
    private readonly InterpreterState a;
    private readonly InterpreterState b;

    public ComponentTests()
    {
        a = runtime.CreateInterpreter();
        b = runtime.CreateInterpreter();
    }

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void CFG_10_ASecondInterpreter_IsRefused_WithTheComponentsName_AndTheUsers()
    {
        Use(a);
        Use(a);

        var error = Assert.Throws<ComponentConflictException>(() => Use(b));

        Assert.Equal((Engine, a.Id, b.Id), (error.Component, error.User, error.Interpreter));
        Assert.Contains("'libengine'", error.Message);
        Assert.Contains("interpreter 1 uses that", error.Message);
        Assert.Throws<ComponentConflictException>(() => Use(b, new Component("libengine")));
        Use(b, new Component("libother"));
    }

    [Fact]
    public void CFG_10_AComponentThatIsFitForMany_IsNeverRefused()
    {
        var fit = new Component("libfit") { IsSingleInstance = false };
        Use(a, fit);
        Use(b, fit);
    }

    [Fact]
    public void CFG_10_TheOverride_IsOneInterpretersOwn_AndCanBeTakenBack()
    {
        var shared = new List<AuditEvent>();
        runtime.AddAuditHook(shared.Add);
        var c = runtime.CreateInterpreter();
        shared.Clear();
        Use(a);

        b.ComponentCheckOverride = false;
        Use(b);

        Assert.Throws<ComponentConflictException>(() => Use(c));
        c.ComponentCheckOverride = false;
        c.ComponentCheckOverride = null;
        Assert.Throws<ComponentConflictException>(() => Use(c));
        Assert.Equal((null, false, null), (a.ComponentCheckOverride, b.ComponentCheckOverride, c.ComponentCheckOverride));
        var told = Assert.Single(shared);
        Assert.Equal(("interpreter.component-shared", b, Engine), (told.Name, told.Interpreter, told.Argument));
    }

    [Fact]
    public void CFG_10_WhereTheOptionsDoNotCheck_TheOverrideCanMakeThem()
    {
        var legacy = runtime.CreateInterpreter(InterpreterOptions.Legacy);
        var strict = runtime.CreateInterpreter(InterpreterOptions.Legacy);
        strict.ComponentCheckOverride = true;
        Use(a);

        Use(legacy);
        Assert.Throws<ComponentConflictException>(() => Use(strict));
    }

    [Fact]
    public void CFG_10_AnUncheckedUser_StillKeepsCheckedOnesAway()
    {
        Use(runtime.CreateInterpreter(InterpreterOptions.Legacy));

        Assert.Throws<ComponentConflictException>(() => Use(a));
    }

    [Fact]
    public void CFG_10_ClosingTheUser_FreesTheComponent_OfNobodyElse()
    {
        var other = new Component("libother");
        Use(a);
        Use(b, other);

        a.Close();

        Use(b);
        Assert.Throws<ComponentConflictException>(() => Use(runtime.CreateInterpreter(), other));
        b.Close();
        var c = runtime.CreateInterpreter();
        Use(c);
        Use(c, other);
    }

    [Fact]
    public void CFG_10_ASlotDeclaresItsComponent_AndIsNotMadeWhereThatIsRefused()
    {
        var made = new List<long>();
        var slot = new InterpreterSlot<object>(interp =>
        {
            made.Add(interp.Id.Value);
            return new object();
        }, Engine);

        a.Enter(tstate => tstate.Interp.GetState(slot));
        for (var attempt = 0; attempt < 2; attempt++) Assert.Throws<ComponentConflictException>(() => b.Enter(tstate => tstate.Interp.GetState(slot)));
        Assert.Equal([1], made);

        a.Close();
        b.Enter(tstate => tstate.Interp.GetState(slot));
        Assert.Equal([1, 2], made);
    }

    [Fact]
    public void CFG_10_OfManyThatWantItAtOnce_OneGetsIt()
    {
        for (var round = 0; round < 50; round++)
        {
            var interps = Enumerable.Range(0, 4).Select(_ => runtime.CreateInterpreter()).ToArray();
            var got = 0;
            Harness.InParallel([.. interps.Select<InterpreterState, Action>(interp => () =>
            {
                if (Record.Exception(() => Use(interp)) is null) Interlocked.Increment(ref got);
            })]);

            Assert.Equal(1, got);
            foreach (var interp in interps) interp.Close();
        }
    }

    [Fact]
    public void CFG_10_OnlyFromInside()
    {
        var stale = a.Enter(tstate => tstate);

        Assert.Throws<NotAttachedException>(() => a.Use(stale, Engine));
        b.Enter(tstate => Assert.Throws<NotAttachedException>(() => a.Use(tstate, Engine)));
        a.Enter(tstate => Assert.Throws<ArgumentNullException>(() => a.Use(tstate, null!)));
        Use(b);
    }

    private static void Use(InterpreterState interp, Component? component = null) => interp.Enter(tstate => interp.Use(tstate, component ?? Engine));
}
