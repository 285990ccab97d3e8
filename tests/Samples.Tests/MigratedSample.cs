extern alias migrated;

using migrated::MiniScript;

namespace Samples.Tests;

/// <summary>The sample after: any number of engines at once.</summary>
internal sealed class MigratedSample : ISample
{
    public bool CurrentIsDefault => ReferenceEquals(Engine.Current, Engine.Default);

    public IHostedEngine CreateEngine(EngineSettings? settings = null, TextWriter? output = null)
        => new HostedEngine(settings ?? new EngineSettings(), output ?? TextWriter.Null);

    public string Evaluate(string expression) => ScriptFailure.Translate(() => Script.Evaluate(expression).ToString(), Report);

    public override string ToString() => "migrated";

    private static string? Report(Exception error) => (error as ScriptException)?.Report;

    private sealed class HostedEngine(EngineSettings settings, TextWriter output) : IHostedEngine
    {
        private readonly Engine engine = new(new EngineOptions
        {
            RecursionLimit = settings.RecursionLimit,
            StepLimit = settings.StepLimit,
            SourceLimit = settings.SourceLimit,
            Strict = settings.Strict,
            NumberFormat = settings.NumberFormat,
            Culture = settings.Culture,
            ImportPath = settings.ImportPath,
        })
        {
            Output = output,
        };

        public bool IsCurrent => ReferenceEquals(Engine.Current, engine);

        public string Statistics => engine.Statistics.ToString();

        public string Run(string source, string scriptName)
            => ScriptFailure.Translate(() => engine.Run(source, scriptName).ToString(), Report);

        public async Task<string> RunAsync(TextReader source, string scriptName, CancellationToken cancellationToken)
        {
            try
            {
                return (await engine.RunAsync(source, scriptName, cancellationToken)).ToString();
            }
            catch (ScriptException error)
            {
                throw new ScriptFailure(error.Report);
            }
        }

        public string GetGlobal(string name) => engine.GetGlobal(name).ToString();

        public void SetGlobal(string name, double value) => engine.SetGlobal(name, ScriptValue.Of(value));

        public void Define(string name, Func<double, double> body)
            => engine.Define(name, 1, arguments => ScriptValue.Of(body(arguments[0].ToNumber())));

        public void DefineFailing(string name, string message) => engine.Define(name, 0, _ => throw new ScriptException(message));

        public string Invoke(string globalName, double argument)
            => ScriptFailure.Translate(() => engine.GetGlobal(globalName).Invoke(ScriptValue.Of(argument)).ToString(), Report);

        public void Dispose() => engine.Dispose();
    }
}
