namespace Samples.Tests;

/// <summary>One of the two samples, seen through its public API: so that every test runs on both.</summary>
public interface ISample
{
    IHostedEngine CreateEngine(EngineSettings? settings = null, TextWriter? output = null);

    /// <summary><c>Script.Evaluate(expression).ToString()</c>.</summary>
    string Evaluate(string expression);

    /// <summary>Whether <c>Engine.Current</c> and <c>Engine.Default</c> are the same object.</summary>
    bool CurrentIsDefault { get; }
}
