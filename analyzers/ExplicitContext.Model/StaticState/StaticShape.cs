namespace ExplicitContext.Model.StaticState;

/// <summary>What makes a static member able to change. Where several hold, the first of them in this order is told.</summary>
public enum StaticShape
{
    /// <summary>A field with <c>[ThreadStatic]</c>.</summary>
    ThreadStatic,

    /// <summary>A <c>ThreadLocal&lt;T&gt;</c>.</summary>
    ThreadLocal,

    /// <summary>An <c>AsyncLocal&lt;T&gt;</c>.</summary>
    AsyncLocal,

    /// <summary>An event that anyone may subscribe to.</summary>
    Event,

    /// <summary>A field that is neither <c>readonly</c> nor <c>const</c>.</summary>
    AssignableField,

    /// <summary>A property with storage of its own and a setter, be it a private one, or with a getter that computes over <c>field</c>.</summary>
    SettableProperty,

    /// <summary>A readonly <c>Lazy&lt;T&gt;</c>.</summary>
    Lazy,

    /// <summary>A readonly field or get-only property whose object can change.</summary>
    ReadOnlyOfMutableType,
}
