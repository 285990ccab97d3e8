namespace MiniScript;

/// <summary>The open calls of one thread in one engine: <c>tstate.CallStack()</c>.</summary>
[PerThread, ContextCarrier]
internal sealed partial class CallStack(ThreadState tstate)
{
    private readonly List<Frame> frames = [];
    private readonly Frame host = new("host", "host");

    public int Depth => frames.Count;

    public string ScriptName => Top.ScriptName;

    public int Line
    {
        get => Top.Line;
        set => Top.Line = value;
    }

    public ScriptValue Result
    {
        get => Top.Result;
        set => Top.Result = value;
    }

    public Place Here => new(ScriptName, Line, Describe());

    private Frame Top => frames.Count > 0 ? frames[^1] : host;

    public void Push(string functionName, string scriptName)
    {
        Limits.CheckDepth(tstate);
        frames.Add(new Frame(functionName, scriptName) { Line = Line });
        var statistics = tstate.Interp.EngineState().Statistics;
        statistics.PeakDepth = Math.Max(statistics.PeakDepth, Depth);
    }

    public void Pop() => frames.RemoveAt(frames.Count - 1);

    private List<string> Describe()
    {
        var shown = tstate.Interp.EngineState().Options.FramesShown;
        var lines = Enumerable.Reverse(frames).Take(shown)
            .Select(frame => $"at {frame.FunctionName} ({frame.ScriptName}:{frame.Line})")
            .ToList();
        if (Depth > shown)
            lines.Add($"... and {Depth - shown} more");
        return lines;
    }
}
