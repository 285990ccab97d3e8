namespace ExplicitContext.Runtime.Tests;

/// <summary>A language of one command a line, to see from a script what the runtime does around it.</summary>
internal sealed class TinyLanguage : ILanguage
{
    /// <summary>What sessions have done, in order.</summary>
    public List<string> Log { get; } = [];

    /// <summary>What opening throws; null where it goes well.</summary>
    public Exception? OpeningFails { get; init; }

    /// <summary>What the command <c>host</c> does.</summary>
    public Action<ThreadState> Host { get; set; } = _ => { };

    public string Name => "Tiny";

    public ILanguageSession Open(ThreadState tstate)
    {
        Note($"open in {tstate.Interp.Id}");
        return OpeningFails is null ? new Session(this, tstate.Interp) : throw OpeningFails;
    }

    public void Note(string what)
    {
        lock (Log) Log.Add(what);
    }

    private sealed class Session(TinyLanguage language, InterpreterState interp) : ILanguageSession
    {
        private readonly Dictionary<string, object?> globals = [];

        public void Exec(ThreadState tstate, string source, string name)
        {
            var lines = source.Split('\n');
            for (var i = 0; i < lines.Length; i++) Do(tstate, source, lines[i].Trim().Split(' '), new SourcePosition(name, i + 1));
        }

        public object? Evaluate(ThreadState tstate, string expression, string name) =>
            globals.TryGetValue(expression, out var value) ? value : throw new TinyError($"{expression} is not bound", new SourcePosition(name, 1));

        public object? Call(ThreadState tstate, object function, IReadOnlyList<object?> arguments)
        {
            var body = function is string name && globals.TryGetValue(name, out var bound) ? bound : function;
            return body is string and not "fail" ? $"{body}({string.Join(", ", arguments)})" : throw new TinyError($"cannot call {body}", new SourcePosition("host", 1));
        }

        public void Bind(ThreadState tstate, IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            if (values.Any(pair => pair.Value is float)) throw new ArgumentException("Tiny knows no float.");
            foreach (var (name, value) in values) globals[name] = value;
        }

        public bool Unbind(ThreadState tstate, string name) => globals.Remove(name);

        public bool TryGet(ThreadState tstate, string name, out object? value) => globals.TryGetValue(name, out value);

        public IReadOnlyList<string> Names(ThreadState tstate) => [.. globals.Keys];

        public ErrorInfo? Describe(Exception error) => error is TinyError { Position: var position }
            ? new ErrorInfo { TypeName = "TinyError", Message = error.Message, Display = $"{position}: {error.Message}", Position = position }
            : null;

        public void Dispose() => language.Note(interp.AttachedThread?.Thread == Thread.CurrentThread ? "dispose inside" : "dispose on the way out");

        private void Do(ThreadState tstate, string source, string[] words, SourcePosition position)
        {
            switch (words)
            {
                case ["set", var name, var value]: globals[name] = value; break;
                case ["host"]: language.Host(tstate); break;
                case ["fail", var why]: throw new TinyError(why, position);
                case ["recur"]: Recur(tstate, source, position); break;
                case ["loop"]: Loop(tstate); break;
                default: throw new TinyError($"syntax: {words[0]}", position);
            }
        }

        private void Recur(ThreadState tstate, string source, SourcePosition position)
        {
            using (tstate.EnterRecursiveCall()) Exec(tstate, source, position.Source);
        }

        private void Loop(ThreadState tstate)
        {
            try
            {
                while (true) tstate.CheckBreaker();
            }
            finally
            {
                language.Note("unwound");
            }
        }
    }

    private sealed class TinyError(string message, SourcePosition position) : Exception(message)
    {
        public SourcePosition Position { get; } = position;
    }
}
