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
        StaticKind.Constant => "constant",
        StaticKind.LazilyBuiltConstant => "lazily built constant",
        StaticKind.Counter => "counter",
        StaticKind.Cache => "cache",
        StaticKind.Service => "service",
        StaticKind.Configuration => "configuration",
        _ => "variable",
    };

    /// <summary>What to do with the state, as the end of a message.</summary>
    public static string Advice(this StaticState state) => $"{Move(state)} ({state.Placement.Certainty.Word()}: {state.Placement.Reason})";

    /// <summary>The home as a word: <c>interpreter</c>.</summary>
    public static string Word(this StateHome home) => home switch
    {
        StateHome.Process => "process",
        StateHome.Thread => "thread",
        _ => "interpreter",
    };

    /// <summary>How sure a placement is, as a word.</summary>
    public static string Word(this Certainty certainty) => certainty switch
    {
        Certainty.Certain => "certain",
        Certainty.Likely => "likely",
        _ => "a guess",
    };

    private static string Move(StaticState state) => (state.Placement.Home, state.Kind, state.Shape) switch
    {
        (_, StaticKind.Constant, StaticShape.SettableProperty) => "it may stay, without its setter",
        (_, StaticKind.Constant, StaticShape.AssignableField) => "it may stay, as 'readonly'",
        (_, StaticKind.Constant, _) => "it may stay, as a type that cannot change",
        (_, StaticKind.LazilyBuiltConstant, StaticShape.Lazy) => "it may stay, if what builds it reads no context",
        (_, StaticKind.LazilyBuiltConstant, _) => "it may stay, built once in a 'readonly' field",
        (StateHome.Process, _, _) => "it may stay in the process's context, guarded by a lock",
        (var home, StaticKind.Service, _) => $"move it into the {home.Word()}'s context, and hand it to whoever needs it",
        (var home, StaticKind.Configuration, _) => $"move it into the {home.Word()}'s context, set when that is created",
        (var home, _, _) => $"move it into the {home.Word()}'s context",
    };
}
