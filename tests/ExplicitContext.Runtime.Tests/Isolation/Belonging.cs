namespace ExplicitContext.Runtime.Tests;

/// <summary>An object that says which interpreter it was made in: what the heap walk looks for.</summary>
internal sealed class Belonging(InterpreterState owner)
{
    // By number, because a reference would be a way of its own.
    public long Owner { get; } = owner.Id.Value;

    /// <summary>
    /// The way from a root to something that belongs to an interpreter: the interpreter itself, one of its thread states, or a belonging. The
    /// runtime is the border, since it lists all interpreters; threads, types and flows are the system's.
    /// </summary>
    public static string? PathToThingsOf(InterpreterId owner, object root) => ObjectGraph.PathTo(
        root,
        static value => value is RuntimeState or RuntimeOptions or Thread or Type or System.Reflection.MemberInfo or System.Reflection.Assembly,
        value => value switch
        {
            InterpreterState interp => interp.Id == owner,
            ThreadState tstate => tstate.Interp.Id == owner,
            Belonging belonging => belonging.Owner == owner.Value,
            _ => false,
        });
}
