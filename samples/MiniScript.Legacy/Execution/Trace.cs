namespace MiniScript;

/// <summary>Tells whoever listens which line is being executed.</summary>
internal static class Trace
{
    public static event Action<string>? Stepped;

    public static void Raise() => Stepped?.Invoke($"[{Engine.Current.Id}] {CallStack.ScriptName}:{CallStack.Line}");
}
