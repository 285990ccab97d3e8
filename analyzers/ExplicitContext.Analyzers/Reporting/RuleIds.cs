namespace ExplicitContext.Analyzers.Reporting;

/// <summary>The IDs of the rules. An ID never changes and is never used again.</summary>
public static class RuleIds
{
    /// <summary>A configuration entry names nothing in the compilation.</summary>
    public const string EntryDoesNotResolve = "ECTX0001";

    /// <summary>A configuration entry names something that is never used.</summary>
    public const string EntryNeverUsed = "ECTX0002";

    /// <summary>A line of the configuration does not parse.</summary>
    public const string MalformedLine = "ECTX0003";

    /// <summary>A line of the baseline records a finding that is no longer there.</summary>
    public const string StaleBaselineEntry = "ECTX0004";

    /// <summary>An audit lacks its owner, reason or date, or has expired.</summary>
    public const string AuditIncomplete = "ECTX0005";

    /// <summary>An ambient read though a context is available.</summary>
    public const string AmbientReadWithContext = "ECTX1001";

    /// <summary>An ambient read where no context is available.</summary>
    public const string AmbientReadWithoutContext = "ECTX1002";

    /// <summary>A call from which an ambient read is reached.</summary>
    public const string CallReachesAmbient = "ECTX1003";

    /// <summary>Mutable state of the whole process.</summary>
    public const string MutableStaticState = "ECTX1004";

    /// <summary>A static initialiser captures a context.</summary>
    public const string StaticInitialiserCapturesContext = "ECTX1005";

    /// <summary>One ambient replaced by another.</summary>
    public const string AmbientReplacedByAnother = "ECTX1006";

    /// <summary>A new seam through which tests set static state.</summary>
    public const string SettableStaticSeam = "ECTX1007";

    /// <summary>A call that does not pass the context in scope.</summary>
    public const string PassContextInScope = "ECTX2001";

    /// <summary>A callee takes a context, and none is in scope.</summary>
    public const string CalleeWantsContext = "ECTX2002";

    /// <summary>An object is constructed without the context.</summary>
    public const string ConstructedWithoutContext = "ECTX2003";

    /// <summary>Another context is passed than the one in scope.</summary>
    public const string OtherContextPassed = "ECTX2004";

    /// <summary>Public API takes a context parameter.</summary>
    public const string PublicApiTakesContext = "ECTX2005";

    /// <summary>A context parameter is not first or not named by convention.</summary>
    public const string ContextParameterConvention = "ECTX2006";

    /// <summary>A wider context is demanded than is needed.</summary>
    public const string WiderContextThanNeeded = "ECTX2007";

    /// <summary>A context parameter is never used.</summary>
    public const string ContextParameterUnused = "ECTX2008";

    /// <summary>A missing context is silently replaced by the ambient one.</summary>
    public const string SilentFallback = "ECTX2009";

    /// <summary>A family of members takes the context in part only.</summary>
    public const string HalfMigratedShape = "ECTX2010";

    /// <summary>A delegate drops the context.</summary>
    public const string DelegateDropsContext = "ECTX2011";

    /// <summary>A context is stored in a static.</summary>
    public const string ContextStoredInStatic = "ECTX3001";

    /// <summary>A context is stored in something that outlives it.</summary>
    public const string ContextOutlived = "ECTX3002";

    /// <summary>A field belongs to a narrower state.</summary>
    public const string FieldBelongsToNarrowerState = "ECTX3003";

    /// <summary>An object that is not shareable crosses interpreters.</summary>
    public const string UnshareableCrosses = "ECTX3004";

    /// <summary>An object that an interpreter owns reaches process-global state.</summary>
    public const string OwnedObjectBecomesGlobal = "ECTX3005";

    /// <summary>A type is declared shareable, but it is not.</summary>
    public const string FalselyShareable = "ECTX3006";

    /// <summary>A variable is used after what it held was moved.</summary>
    public const string UsedAfterMove = "ECTX3007";

    /// <summary>A thread state is used after an <c>await</c>.</summary>
    public const string ThreadStateAfterAwait = "ECTX4001";

    /// <summary>A thread state is captured by code that runs on another thread.</summary>
    public const string ThreadStateOnOtherThread = "ECTX4002";

    /// <summary>A thread state is used while it is detached.</summary>
    public const string ThreadStateWhileDetached = "ECTX4003";

    /// <summary>A blocking call while a thread is attached.</summary>
    public const string BlockingWhileAttached = "ECTX4004";

    /// <summary>A guarded field is used without its lock.</summary>
    public const string GuardedWithoutLock = "ECTX4005";

    /// <summary>Locks are taken in inverted order.</summary>
    public const string LockOrderInverted = "ECTX4006";

    /// <summary>A runtime lock is held while an interpreter's lock is taken.</summary>
    public const string RuntimeLockHeld = "ECTX4007";

    /// <summary>A type that needs another part is not partial.</summary>
    public const string TypeIsNotPartial = "ECTX5001";

    /// <summary>A construct cannot be rewritten.</summary>
    public const string ConstructCannotBeRewritten = "ECTX5002";

    /// <summary>A generated overload would collide or make a call ambiguous.</summary>
    public const string OverloadWouldCollide = "ECTX5003";

    /// <summary>A generated overload can become source.</summary>
    public const string OverloadCanGraduate = "ECTX5004";

    /// <summary>A generated overload has a name of its own.</summary>
    public const string OverloadHasOwnName = "ECTX5005";

    /// <summary><c>[PassContext]</c> on a member from which no ambient accessor is reached.</summary>
    public const string NothingToPass = "ECTX5006";
}
