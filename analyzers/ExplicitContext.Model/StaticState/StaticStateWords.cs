namespace ExplicitContext.Model.StaticState;

/// <summary>The words for shapes and kinds that messages, reports and documentation share.</summary>
public static class StaticStateWords
{
    /// <summary>The shape in words: <c>settable static property</c>.</summary>
    public static string Word(this StaticShape shape) => shape switch
    {
        StaticShape.ThreadStatic => "[ThreadStatic] field",
        StaticShape.ThreadLocal => "ThreadLocal",
        StaticShape.AsyncLocal => "AsyncLocal",
        StaticShape.Event => "static event",
        StaticShape.AssignableField => "assignable static field",
        StaticShape.SettableProperty => "settable static property",
        StaticShape.Lazy => "Lazy",
        _ => "readonly of a mutable type",
    };

    /// <summary>The kind in words: <c>lazily built constant</c>.</summary>
    public static string Word(this StaticKind kind) => kind switch
    {
        StaticKind.PerThread => "per-thread",
        StaticKind.LazilyBuiltConstant => "lazily built constant",
        StaticKind.Counter => "counter",
        StaticKind.Cache => "cache",
        StaticKind.Service => "service",
        StaticKind.Configuration => "configuration",
        _ => "variable",
    };

    /// <summary>Where state of this kind should live, as the end of the sentence "It belongs ...".</summary>
    public static string Home(this StaticKind kind) => kind switch
    {
        StaticKind.PerThread => "into the thread's context",
        StaticKind.LazilyBuiltConstant => "into a static readonly field of an immutable type, or into the interpreter's context",
        StaticKind.Counter => "into the interpreter's context",
        StaticKind.Cache => "into the interpreter's context, or into the process's context under a lock where every interpreter would compute the same entries",
        StaticKind.Service => "into the interpreter's context, handed to whoever needs it",
        StaticKind.Configuration => "into the interpreter's context, set when it is created",
        _ => "into the narrowest context that covers its uses",
    };
}
