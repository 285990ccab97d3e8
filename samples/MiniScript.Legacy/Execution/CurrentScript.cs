namespace MiniScript;

/// <summary>The name of the script that is being parsed, wherever its reading went on after an <c>await</c>.</summary>
internal static class CurrentScript
{
    private static readonly AsyncLocal<string?> Flowing = new();

    public static string Name
    {
        get => Flowing.Value ?? "script";
        set => Flowing.Value = value;
    }
}
