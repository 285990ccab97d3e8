namespace ExplicitContext.Runtime;

/// <summary>
/// A language in one interpreter: its globals, which are the interpreter's main namespace, and its way to run source. The runtime decides who may
/// run, makes values fit to cross before they come here and after they leave, and keeps what the language throws from crossing.
/// </summary>
/// <remarks>
/// <para>Threading: members that take <c>tstate</c> are called from inside, one thread at a time. Several threads can be on their way through the
/// session nevertheless, each waiting in <see cref="ThreadState.CheckBreaker"/> or <see cref="ThreadState.AllowThreads"/> for its turn: so a
/// session keeps what belongs to a thread's run apart from what belongs to the interpreter.</para>
/// <para>What a language owes: to call <see cref="ThreadState.CheckBreaker"/> where loops turn and <see cref="ThreadState.EnterRecursiveCall"/>
/// where functions are called, because switching, pending calls, limits, cancellation and closing reach a script only there; to let the exceptions
/// of the two pass, whatever its scripts catch; and to do what blocks inside <see cref="ThreadState.AllowThreads"/>.</para>
/// <para>Source: PEP 734, <c>Interpreter.exec</c>, <c>call</c> and <c>prepare_main</c>.</para>
/// </remarks>
public interface ILanguageSession : IDisposable
{
    /// <summary>Runs source in the main namespace, which keeps what it binds.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="source">The source.</param>
    /// <param name="name">What error positions call it.</param>
    void Exec(ThreadState tstate, string source, string name);

    /// <summary>Evaluates an expression in the main namespace.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="expression">The expression's source.</param>
    /// <param name="name">What error positions call it.</param>
    /// <returns>The value as .NET knows it; what has no such form comes as an object that cannot cross.</returns>
    object? Evaluate(ThreadState tstate, string expression, string name);

    /// <summary>Calls a function.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="function">
    /// A string is the name that it is bound to in the main namespace; anything else is a function in the form in which the language lets functions cross.
    /// </param>
    /// <param name="arguments">Its arguments, this interpreter's own.</param>
    /// <returns>As <see cref="Evaluate"/>.</returns>
    /// <exception cref="ArgumentException">The language knows no such form.</exception>
    object? Call(ThreadState tstate, object function, IReadOnlyList<object?> arguments);

    /// <summary>Binds all of the names, or none where it throws.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="values">The names and their values, which are this interpreter's own.</param>
    /// <exception cref="ArgumentException">A name or value has no form in the language.</exception>
    void Bind(ThreadState tstate, IReadOnlyList<KeyValuePair<string, object?>> values);

    /// <summary>Unbinds a name.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="name">The name.</param>
    /// <returns>Whether it was bound.</returns>
    bool Unbind(ThreadState tstate, string name);

    /// <summary>Looks a name up.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">As <see cref="Evaluate"/>.</param>
    /// <returns>False where it is not bound.</returns>
    bool TryGet(ThreadState tstate, string name, out object? value);

    /// <summary>The names that are bound, in no order, those that the language itself brings left out.</summary>
    /// <param name="tstate">The calling thread's state.</param>
    /// <returns>A snapshot.</returns>
    IReadOnlyList<string> Names(ThreadState tstate);

    /// <summary>
    /// Tells an error in the language's own terms: its type, its message, its stack, and where in the source it is. Called by the thread that
    /// the error ended, which may have lost the interpreter by then: look at nothing but the error.
    /// </summary>
    /// <param name="error">What came out of a run.</param>
    /// <returns>Null where it is none of the language's: then it is told as .NET has it.</returns>
    ErrorInfo? Describe(Exception error);

    /// <summary>
    /// Releases what the session holds, once, when nobody is in it any more. As a rule that is inside the interpreter, by the thread that closes it,
    /// before module state is disposed of. Where closing has stopped a thread in the midst of a run, that thread does it on its way out, and is
    /// attached to nothing.
    /// </summary>
    new void Dispose();
}
