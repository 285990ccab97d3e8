namespace ExplicitContext.Model.StaticState;

/// <summary>What a piece of static state is there for, as far as its declaration and the uses in its own type tell.</summary>
public enum StaticKind
{
    /// <summary>One value for each thread or asynchronous flow.</summary>
    PerThread,

    /// <summary>Given its value at the start, and never another one.</summary>
    Constant,

    /// <summary>Built at first use and the same ever after.</summary>
    LazilyBuiltConstant,

    /// <summary>A number that is counted up or down.</summary>
    Counter,

    /// <summary>A collection that grows while the process runs: a cache, a pool, a registry.</summary>
    Cache,

    /// <summary>An object that is asked to do something: a singleton, a client, a generator of random numbers.</summary>
    Service,

    /// <summary>A setting that others may change.</summary>
    Configuration,

    /// <summary>None of these: a variable.</summary>
    Variable,
}
