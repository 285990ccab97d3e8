namespace LuaHost;

/// <summary>A script file, run as a program.</summary>
public static class LuaScript
{
    /// <summary>Runs the file in the main interpreter of a new runtime, which ends with it, and all interpreters that the script has left.</summary>
    /// <param name="file">The script.</param>
    /// <param name="output">Where <c>print</c> writes.</param>
    /// <param name="error">Where it is told what went wrong.</param>
    /// <param name="cancellationToken">Ends the script.</param>
    /// <returns>Whether it went well.</returns>
    public static bool Run(string file, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        try
        {
            var language = new LuaLanguage(new LuaOptions { Output = TextWriter.Synchronized(output) });
            using var runtime = RuntimeState.Initialize(new RuntimeOptions { MainInterpreter = new InterpreterOptions { Language = language } });
            runtime.Main.Exec(File.ReadAllText(file), Path.GetFileName(file), cancellationToken);
            return true;
        }
        catch (ExecutionFailedException failure)
        {
            error.WriteLine(failure.Info.Display);
        }
        catch (OperationCanceledException)
        {
            error.WriteLine($"{file}: interrupted");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{file}: {e.Message}");
        }

        return false;
    }
}
