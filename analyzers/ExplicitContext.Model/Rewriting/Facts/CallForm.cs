namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>How a call is written; only some forms can take one more argument.</summary>
internal enum CallForm
{
    /// <summary><c>Foo(x)</c>.</summary>
    Invocation,

    /// <summary><c>x.P</c>, for its value alone.</summary>
    PropertyRead,

    /// <summary><c>x.P = v</c>, where nobody takes the value of the assignment.</summary>
    PropertyWrite,

    /// <summary><c>x.P += v</c> or <c>x.P++</c>, where nobody takes the value, <c>x</c> can be written twice, and the operator yields the type of <c>P</c>.</summary>
    PropertyUpdate,

    /// <summary>A property in any other use: matched by a pattern, deconstructed into, set by an initialiser, or assigned for the value.</summary>
    PropertyUse,

    /// <summary><c>x[i]</c>, read or written in any way.</summary>
    ElementAccess,

    /// <summary><c>new Foo(x)</c>, also without naming the type.</summary>
    Construction,

    /// <summary><c>: this(x)</c> or <c>: base(x)</c>.</summary>
    ConstructorInitializer,

    /// <summary>The base's constructor, where a constructor names none.</summary>
    ImplicitBase,

    /// <summary><c>Foo</c> as a delegate.</summary>
    MethodGroup,

    /// <summary><c>a + b</c>, <c>-a</c> or <c>(T)a</c>, where the operator is a member of a type.</summary>
    Operator,

    /// <summary>Bound at run time, by the types that <c>dynamic</c> arguments have then.</summary>
    LateBound,

    /// <summary>Nothing in the source names the callee: <c>foreach</c>, <c>using</c>, an operator, a conversion.</summary>
    Implied,
}
