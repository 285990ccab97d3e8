namespace ExplicitContext.Runtime;

/// <summary>
/// A language that interpreters can speak: what <see cref="InterpreterOptions.Language"/> plugs in, so that
/// <see cref="InterpreterState.Exec(string, string, CancellationToken)"/> runs source.
/// </summary>
/// <remarks>
/// Threading: one object serves many interpreters at once, so it must not change. What can change belongs to the session.
/// Source: the division of labour between CPython's <c>pylifecycle.c</c> and its compiler, PEP 734 for what a run is.
/// </remarks>
public interface ILanguage
{
    /// <summary>The language's name, for messages.</summary>
    string Name { get; }

    /// <summary>Makes what one interpreter needs to run the language. Called once an interpreter, inside it, before anybody can find it.</summary>
    /// <param name="tstate">The state of the creating thread in the new interpreter. Good for the call only.</param>
    /// <returns>A session of its own for every call. Closing the interpreter disposes of it. Where this throws, it leaves nothing behind.</returns>
    ILanguageSession Open(ThreadState tstate);
}
