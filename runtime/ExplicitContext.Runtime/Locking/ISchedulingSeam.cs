namespace ExplicitContext.Runtime;

/// <summary>
/// Where the runtime's threads meet each other: whoever implements this decides which thread goes on, and can replay it. Without one, which is
/// how every program runs, the operating system decides.
/// </summary>
/// <remarks>
/// But for <see cref="Unpark"/>, which must not stop its caller, none of these members is called under a lock, so an implementation may stop the
/// calling thread for as long as it likes. A scheduler that lets one thread run at a time never sees the library's small locks contended.
/// </remarks>
internal interface ISchedulingSeam
{
    /// <summary>The calling thread is about to do, or has just done, what other threads can observe.</summary>
    void Point(string place);

    /// <summary>The calling thread has nothing to do until <see cref="Unpark"/>, which may have been called already.</summary>
    /// <returns>False where the time was up first.</returns>
    bool Park(Waiter waiter, TimeSpan timeout);

    /// <summary>The thread that is parked, or is going to park, on the waiter may go on.</summary>
    void Unpark(Waiter waiter);

    /// <summary>A thread that the runtime is about to start. Called by the thread that starts it.</summary>
    void Starting(Thread thread);

    /// <summary>The first call of a thread that the runtime started.</summary>
    void Started();

    /// <summary>The last call of a thread that the runtime started.</summary>
    void Ended();
}
