namespace ExplicitContext.Runtime;

// Source of the interpreter's language. Each of these is a run: see Run and Call.
public sealed partial class InterpreterState
{
    private const string DefaultSourceName = "main";

    /// <summary>The session of the interpreter's language; null where it speaks none.</summary>
    internal HostedSession? LanguageOrNone => language;

    private HostedSession Language => language ?? throw new InterpreterException(
        Id, $"Interpreter {Id} speaks no language, so it runs delegates only. Set InterpreterOptions.Language when you create it.");

    /// <summary>
    /// Runs source of the interpreter's language in its main namespace, which keeps what the source binds. In all else as
    /// <see cref="Run(Action{ThreadState}, CancellationToken)"/>: on the calling thread, one run at a time.
    /// </summary>
    /// <remarks>Source: PEP 734, <c>Interpreter.exec</c>.</remarks>
    /// <param name="source">The source.</param>
    /// <param name="name">What error positions call it, such as a file's name.</param>
    /// <param name="cancellationToken">Ends the waiting, and the source where its language next checks the breaker.</param>
    /// <exception cref="ExecutionFailedException">
    /// The source cannot be read, or has failed; <see cref="ErrorInfo.Position"/> says where. What it threw has not left the interpreter.
    /// </exception>
    /// <exception cref="InterpreterException">The interpreter speaks no language.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on, perhaps on this very thread.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [ContextEntry]
    public void Exec(string source, string name = DefaultSourceName, CancellationToken cancellationToken = default)
    {
        RequireSource(source, name);
        BeginRun("run");
        Run(Caller, ExecIn, (source, name), cancellationToken);
    }

    /// <summary>As <see cref="Exec(string, string, CancellationToken)"/>, on a thread of its own.</summary>
    /// <remarks>Source: PEP 734, <c>Interpreter.call_in_thread</c>, except that what is thrown is kept.</remarks>
    /// <param name="source">The source.</param>
    /// <param name="name">What error positions call it.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>Ends with the run; faulted with <see cref="ExecutionFailedException"/> where the source failed.</returns>
    /// <exception cref="InterpreterException">The interpreter speaks no language.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    [ContextEntry]
    public Task ExecAsync(string source, string name = DefaultSourceName, CancellationToken cancellationToken = default)
    {
        RequireSource(source, name);
        return Start(Caller, ExecIn, (source, name), (Func<ThreadState, (string, string), bool>)ExecIn, cancellationToken);
    }

    /// <summary>Evaluates an expression of the interpreter's language in its main namespace. See <see cref="Exec(string, string, CancellationToken)"/>.</summary>
    /// <param name="expression">The expression's source.</param>
    /// <param name="name">What error positions call it.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The value as .NET knows it, made fit for the caller.</returns>
    /// <exception cref="ExecutionFailedException">The expression cannot be read, or has failed.</exception>
    /// <exception cref="NotShareableException">The value must not cross.</exception>
    /// <exception cref="InterpreterException">The interpreter speaks no language.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [ContextEntry]
    public object? Evaluate(string expression, string name = DefaultSourceName, CancellationToken cancellationToken = default)
    {
        RequireSource(expression, name);
        BeginRun("run");
        return Run(Caller, EvaluateIn, (expression, name), cancellationToken);
    }

    /// <summary>Calls a function of the interpreter's language. See <see cref="Exec(string, string, CancellationToken)"/>.</summary>
    /// <remarks>Source: PEP 734, <c>Interpreter.call</c>.</remarks>
    /// <param name="function">
    /// A string is the name that it is bound to in the main namespace; anything else is a function in the form in which the language lets functions
    /// cross, as another interpreter's source may have handed it over.
    /// </param>
    /// <param name="arguments">Made fit for this interpreter, each by itself; all or none crosses.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What the function returned, made fit for the caller.</returns>
    /// <exception cref="ExecutionFailedException">There is no such function, or it has failed.</exception>
    /// <exception cref="NotShareableException">The function, an argument or the result must not cross.</exception>
    /// <exception cref="InterpreterException">The interpreter speaks no language.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [ContextEntry]
    public object? CallFunction(object function, IReadOnlyList<object?> arguments, CancellationToken cancellationToken = default)
    {
        var call = CallOf(function, arguments);
        var caller = Caller;
        return Run(caller, CallIn, BeginRunWith(caller, call), cancellationToken);
    }

    /// <summary>As <see cref="CallFunction(object, IReadOnlyList{object?}, CancellationToken)"/>, on a thread of its own.</summary>
    /// <remarks>Source: PEP 734, <c>Interpreter.call_in_thread</c>, except that result and exception are kept.</remarks>
    /// <param name="function">A name, or a function that can cross.</param>
    /// <param name="arguments">Made fit for this interpreter before the call returns.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The result, made fit for the caller.</returns>
    /// <exception cref="NotShareableException">The function or an argument must not cross.</exception>
    /// <exception cref="InterpreterException">The interpreter speaks no language.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    [ContextEntry]
    public Task<object?> CallFunctionAsync(object function, IReadOnlyList<object?> arguments, CancellationToken cancellationToken = default)
    {
        var call = CallOf(function, arguments);
        return Start(Caller, CallIn, call, (Func<ThreadState, FunctionCall, object?>)CallIn, cancellationToken);
    }

    /// <summary>What tells of an error outside: the language's own words, where it has some. Never throws.</summary>
    internal ErrorInfo Describe(Exception error)
    {
        try
        {
            return language?.Describe(error) ?? ErrorInfo.Of(error);
        }
        catch (Exception)
        {
            return ErrorInfo.Of(error);
        }
    }

    private static bool ExecIn(ThreadState tstate, (string Source, string Name) code)
    {
        tstate.Audit("interpreter.exec", code.Name);
        return tstate.Interp.Language.Use(
            tstate,
            code,
            static (session, tstate, code) =>
            {
                session.Exec(tstate, code.Source, code.Name);
                return true;
            });
    }

    private static object? EvaluateIn(ThreadState tstate, (string Source, string Name) code)
    {
        tstate.Audit("interpreter.exec", code.Name);
        return tstate.Interp.Language.Use(tstate, code, static (session, tstate, code) => session.Evaluate(tstate, code.Source, code.Name));
    }

    private static object? CallIn(ThreadState tstate, FunctionCall call) =>
        tstate.Interp.Language.Use(tstate, call, static (session, tstate, call) => session.Call(tstate, call.Function, call.Arguments));

    /// <summary>Makes values fit for another interpreter: all of them, or none.</summary>
    private static KeyValuePair<string, object?>[] Send(IEnumerable<KeyValuePair<string, object?>> values, InterpreterState? sender)
    {
        var sent = new List<KeyValuePair<string, object?>>();
        try
        {
            foreach (var (name, value) in values) sent.Add(KeyValuePair.Create(name, Crossing.Send(value, sender, name)));
            return [.. sent];
        }
        catch
        {
            Recall(sent.Select(pair => pair.Value));
            throw;
        }
    }

    private static void Recall(IEnumerable<object?> sent)
    {
        foreach (var value in sent) Crossing.Recall(value);
    }

    private FunctionCall CallOf(object function, IReadOnlyList<object?> arguments)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(arguments);
        _ = Language;
        return new FunctionCall(function, [.. arguments]);
    }

    private void RequireSource(string source, string name)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(name);
        _ = Language;
    }

    private void CloseLanguage(List<Exception> errors)
    {
        try
        {
            language?.Close();
        }
        catch (Exception error)
        {
            errors.Add(error);
        }
    }
}
