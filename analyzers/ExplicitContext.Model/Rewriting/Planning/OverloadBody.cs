namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>What an overload does.</summary>
internal enum OverloadBody
{
    /// <summary>The original body, with its reads and calls rewritten.</summary>
    Rewritten,

    /// <summary>Nothing: it is abstract, or an interface declares it.</summary>
    Declared,

    /// <summary>It calls the original, which reads no ambient.</summary>
    Forwarded,

    /// <summary>It calls the original under a scope that makes the context the ambient one.</summary>
    Scoped,

    /// <summary>What a base type's overload does: none is generated here.</summary>
    Inherited,
}
