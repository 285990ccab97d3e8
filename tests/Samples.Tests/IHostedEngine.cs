namespace Samples.Tests;

/// <summary>An engine of one of the samples; script errors come as <see cref="ScriptFailure"/>.</summary>
public interface IHostedEngine : IDisposable
{
    /// <summary>Whether <c>Engine.Current</c> is this engine.</summary>
    bool IsCurrent { get; }

    string Statistics { get; }

    string Run(string source, string scriptName = "script");

    Task<string> RunAsync(TextReader source, string scriptName = "script", CancellationToken cancellationToken = default);

    string GetGlobal(string name);

    void SetGlobal(string name, double value);

    void Define(string name, Func<double, double> body);

    /// <summary>Defines a function of the host that throws <c>new ScriptException(message)</c>.</summary>
    void DefineFailing(string name, string message);

    /// <summary>Calls a function of the script from outside of any script.</summary>
    string Invoke(string globalName, double argument);
}
