using System.Text;

namespace ExplicitContext.Runtime.Tests;

/// <summary>Copiers of an interpreter's own.</summary>
public sealed class CopierTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void SHR_23_ARegisteredCopier_MakesTheReceiversObject()
    {
        var a = runtime.CreateInterpreter();
        var original = new StringBuilder("a");
        using (a.Copiers.Register<StringBuilder>(static text => new StringBuilder(text.ToString())))
        {
            Assert.True(Shareable.IsShareable(original, a));
            Assert.False(Shareable.IsShareable(original, runtime.Main));
            Assert.False(Shareable.IsShareable(original));
            var copy = Crossing.Send((1, original), a).Item2;
            Assert.NotSame(original, copy);
            Assert.Equal("a", copy.ToString());
            Assert.Equal("a", ((StringBuilder)Crossing.Send(Shareable.Copy(new List<object> { original }), a).Value[0]).ToString());
        }

        Assert.False(Shareable.IsShareable(original, a));
    }

    [Fact]
    public void SHR_23_RegisteringTwice_IsAnError_UntilTheFirstIsGone()
    {
        var copiers = runtime.Main.Copiers;
        var first = copiers.Register<StringBuilder>(static text => text);
        Assert.Throws<InvalidOperationException>(() => copiers.Register<StringBuilder>(static text => text));
        first.Dispose();
        using var second = copiers.Register<StringBuilder>(static text => text);
        first.Dispose();
        Assert.True(Shareable.IsShareable(new StringBuilder(), runtime.Main));
    }

    [Fact]
    public void SHR_23_RemovedDuringUse_TheCopierFinishes()
    {
        var copiers = runtime.Main.Copiers;
        IDisposable? registration = null;
        registration = copiers.Register<StringBuilder>(text =>
        {
            registration!.Dispose();
            return new StringBuilder(text.ToString());
        });
        Assert.Equal("a", Crossing.Send(new StringBuilder("a"), runtime.Main).ToString());
        Assert.Throws<NotShareableException>(() => Crossing.Send(new StringBuilder("a"), runtime.Main));
    }

    [Fact]
    public void SHR_23_RegisteredAndRemovedOnManyThreads_ItIsThereOrNot()
    {
        var copiers = runtime.Main.Copiers;
        Harness.InParallel(Change<StringBuilder>, Change<Random>, () =>
        {
            for (var i = 0; i < 2000; i++)
            {
                try
                {
                    Crossing.Send(new StringBuilder("a"), runtime.Main);
                }
                catch (NotShareableException)
                {
                    // Just then there was none.
                }
            }
        });
        Assert.Null(copiers.Find(typeof(StringBuilder)));

        void Change<T>()
            where T : notnull
        {
            for (var i = 0; i < 2000; i++) copiers.Register<T>(static value => value).Dispose();
        }
    }

    [Fact]
    public void SHR_23_TypesWhoseWayIsSettled_TakeNoCopier()
    {
        var copiers = runtime.Main.Copiers;
        Assert.Throws<ArgumentException>(() => copiers.Register<string>(static x => x));
        Assert.Throws<ArgumentException>(() => copiers.Register<Func<int>>(static x => x));
        Assert.Throws<ArgumentException>(() => copiers.Register<SharedBuffer>(static x => x));
        Assert.Throws<ArgumentException>(() => copiers.Register<Stream>(static x => x));
        Assert.Throws<ArgumentNullException>(() => copiers.Register<StringBuilder>(null!));
    }

    [Fact]
    public void SHR_25_ACopierThatThrows_GivesTheSenderItsError_AndTakesNothing()
    {
        var buffer = SharedBuffer.Allocate(1);
        var movable = Shareable.Move(new object());
        using var failing = runtime.Main.Copiers.Register<StringBuilder>(static _ => throw new FormatException("no"));
        using var returningNull = runtime.Main.Copiers.Register<Random>(static _ => null!);
        Assert.Equal("no", Assert.Throws<FormatException>(() => Crossing.Send((buffer, movable, new StringBuilder()), runtime.Main)).Message);
        Assert.False(movable.IsMoved);
        Assert.Throws<InvalidOperationException>(() => Crossing.Send(new Random(1), runtime.Main));
    }

    [Fact]
    public void SHR_26_ACopierMayEnterTheRuntimeAgain()
    {
        var a = runtime.CreateInterpreter();
        using var registration = a.Copiers.Register<StringBuilder>(text =>
        {
            using (runtime.Main.Attach(out _)) return new StringBuilder(Crossing.Send(text.ToString(), a));
        });
        using (a.Attach(out var tstate)) Assert.Equal("a", Crossing.Send(new StringBuilder("a"), tstate.Interp).ToString());
    }

    [Fact]
    public void AnObjectOfADerivedType_IsNotCopiedByTheBasesCopier()
    {
        using var registration = runtime.Main.Copiers.Register<Base>(static _ => new Base());
        Assert.IsType<Base>(Crossing.Send(new Base(), runtime.Main));
        Assert.Throws<NotShareableException>(() => Crossing.Send<Base>(new Derived(), runtime.Main));
    }

    private class Base;

    private sealed class Derived : Base;
}
