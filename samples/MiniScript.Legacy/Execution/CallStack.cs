namespace MiniScript;

/// <summary>The open calls of the engine that is running.</summary>
internal static class CallStack
{
    private static readonly Frame Host = new("host", "host");

    public static int Depth => Frames.Count;

    public static string ScriptName => Top.ScriptName;

    public static int Line
    {
        get => Top.Line;
        set => Top.Line = value;
    }

    public static ScriptValue Result
    {
        get => Top.Result;
        set => Top.Result = value;
    }

    public static Place Here => new(ScriptName, Line, Describe());

    private static List<Frame> Frames => Engine.Current.Frames;

    private static Frame Top => Frames.Count > 0 ? Frames[^1] : Host;

    public static void Push(string functionName, string scriptName)
    {
        Limits.CheckDepth();
        Frames.Add(new Frame(functionName, scriptName) { Line = Line });
        Engine.Current.Statistics.PeakDepth = Math.Max(Engine.Current.Statistics.PeakDepth, Depth);
    }

    public static void Pop() => Frames.RemoveAt(Frames.Count - 1);

    private static List<string> Describe()
    {
        var shown = Engine.Current.Options.FramesShown;
        var lines = Enumerable.Reverse(Frames).Take(shown)
            .Select(frame => $"at {frame.FunctionName} ({frame.ScriptName}:{frame.Line})")
            .ToList();
        if (Depth > shown)
            lines.Add($"... and {Depth - shown} more");
        return lines;
    }
}
