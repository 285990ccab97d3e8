namespace ExplicitContext.Model.Incremental;

/// <summary>On what code says a name.</summary>
public enum Receiver
{
    /// <summary>On anything, by anything: <c>x.Name</c>, <c>Type.Name</c>, or where a construct implies it.</summary>
    Any,

    /// <summary>On the object or type around it: <c>Name</c>, <c>this.Name</c>.</summary>
    This,

    /// <summary>On the base of the type around it: <c>base.Name</c>.</summary>
    Base,

    /// <summary>On an object whose type code nearby shows.</summary>
    Typed,
}
