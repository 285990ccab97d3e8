using System.Diagnostics;

namespace MiniScript;

/// <summary>What the command line asked for: script files, and how to run them.</summary>
internal sealed class Session(EngineOptions options, IReadOnlyList<string> files, bool trace)
{
    /// <summary>Runs the files in an engine of their own. False where one of them failed; the others are left out then.</summary>
    public bool Run(TextWriter output, TextWriter error)
    {
        using var engine = new Engine(options) { Output = output };
        if (trace)
            engine.State.Trace.Stepped += error.WriteLine;

        var succeeded = files.All(file => Run(engine, file, error));
        foreach (var line in engine.State.Profile.Report())
            error.WriteLine(line);
        return succeeded;
    }

    /// <summary>Runs the files in several engines, each on a thread of its own, and writes what all of them wrote.</summary>
    public bool RunParallel(int count, TextWriter output, TextWriter error)
    {
        var clock = Stopwatch.StartNew();
        var succeeded = new bool[count];
        var outputs = Enumerable.Range(0, count).Select(_ => new StringWriter()).ToArray();
        var errors = Enumerable.Range(0, count).Select(_ => new StringWriter()).ToArray();
        var threads = Enumerable.Range(0, count)
            .Select(i => new Thread(() => succeeded[i] = Run(outputs[i], errors[i])))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        output.Write(outputs[0]);
        error.Write(errors[0]);
        var same = outputs.Select(text => text.ToString()).Distinct().Count() == 1;
        error.WriteLine($"{count} interpreters in {clock.ElapsedMilliseconds} ms, outputs {(same ? "identical" : "DIFFERENT")}");
        return same && succeeded.All(success => success);
    }

    private static bool Run(Engine engine, string file, TextWriter error)
    {
        try
        {
            engine.Run(File.ReadAllText(file), Path.GetFileName(file));
            return true;
        }
        catch (ScriptException e)
        {
            error.WriteLine(e.Report);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{file}: {e.Message}");
        }

        return false;
    }
}
