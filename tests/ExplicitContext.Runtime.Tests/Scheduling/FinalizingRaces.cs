using System.Reflection;

namespace ExplicitContext.Runtime.Tests;

/// <summary>What happens to threads that are just leaving, or just coming, when an interpreter finalizes.</summary>
internal static class FinalizingRaces
{
    /// <summary>A thread that leaves for good, and a close that takes note of all that the interpreter is when it has closed it.</summary>
    public static Race ReleaseAndClose(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var wasInside = false;
        var left = "";
        return new Race(Leave, Close) { Check = () => Assert.True(left == "" || left == Image(), left) };

        void Leave()
        {
            try
            {
                interp.Enter(_ => wasInside = true);
            }
            catch (InterpreterFinalizingException)
            {
            }
        }

        void Close()
        {
            Assert.Equal(CloseOutcome.Closed, interp.Close(new CloseOptions()).Outcome);
            if (wasInside) left = Image();
        }

        string Image() => string.Join('\n', new object[] { interp, interp.Gate, interp.States }.SelectMany(part => part.GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .Select(field => $"{field.Name} = {field.GetValue(part)}")));
    }

    /// <summary>Exit functions that wait for two threads which try to get in: these are sent home at once, or nobody would ever go on.</summary>
    public static Race AttachWhileExitFunctionsWait(RuntimeState runtime)
    {
        var interp = runtime.CreateInterpreter();
        var tally = new CloseTally(interp);
        var tried = new[] { new Latch(runtime), new Latch(runtime) };
        interp.Enter(tstate => tstate.Interp.AtExit(_ => Assert.All(tried, latch => Assert.True(latch.Wait(Deadline.Never, CancellationToken.None)))));
        return new Race(() => Try(tried[0]), tally.Close, () => Try(tried[1])) { Check = tally.AssertClosedOnce };

        void Try(Latch done)
        {
            if (interp.View.TryAttach(out var scope, out var tstate))
            {
                using (scope) tstate.Interp.Seam!.Point("inside");
            }

            done.Set();
        }
    }
}
