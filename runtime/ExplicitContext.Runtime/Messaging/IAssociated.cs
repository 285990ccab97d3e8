namespace ExplicitContext.Runtime;

/// <summary>Something between interpreters that must learn when one of its users closes. Neither member is called under a lock.</summary>
internal interface IAssociated
{
    /// <summary>The interpreter lets nobody in any more: its threads that wait here are to be sent home with <see cref="Signal.Refused"/>.</summary>
    void OnFinalizing(InterpreterState interp);

    /// <summary>The interpreter is going: what it left here follows the rules for that. Called once, by the closing thread, which is inside.</summary>
    void OnClosed(InterpreterState interp);
}
