namespace ExplicitContext.Model.Rewriting;

/// <summary>How a call is written; only some forms can take one more argument.</summary>
internal enum CallForm
{
    /// <summary><c>Foo(x)</c>.</summary>
    Invocation,

    /// <summary><c>x.P</c>, for its value alone.</summary>
    PropertyRead,

    /// <summary>A property that is assigned, matched by a pattern, or passed by reference.</summary>
    PropertyUse,

    /// <summary><c>new Foo(x)</c>.</summary>
    Construction,

    /// <summary><c>Foo</c> as a delegate.</summary>
    MethodGroup,

    /// <summary>Bound at run time, by the types that <c>dynamic</c> arguments have then.</summary>
    LateBound,

    /// <summary>Nothing in the source names the callee: <c>foreach</c>, <c>using</c>, an operator, a conversion.</summary>
    Implied,
}
