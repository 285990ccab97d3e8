using System.Collections.Immutable;

namespace ExplicitContext.Runtime;

// The options by the names that they have in CPython, for configuration that comes as text or from a script.
public sealed partial record InterpreterOptions
{
    private const string Known =
        "use_main_obmalloc, allow_fork, allow_exec, allow_threads, allow_daemon_threads, check_multi_interp_extensions (true or false) "
        + "and gil (\"own\", \"shared\" or \"default\", which is shared)";

    /// <summary>The seven options of CPython's <c>PyInterpreterConfig</c> with their values, by the names that they have there.</summary>
    /// <returns>Values that <see cref="With(string, object)"/> takes.</returns>
    public IReadOnlyDictionary<string, object> ByName() => new Dictionary<string, object>
    {
        ["use_main_obmalloc"] = UseMainAccount,
        ["allow_fork"] = AllowFork,
        ["allow_exec"] = AllowExec,
        ["allow_threads"] = AllowThreads,
        ["allow_daemon_threads"] = AllowDaemonThreads,
        ["check_multi_interp_extensions"] = CheckComponents,
        ["gil"] = Lock == InterpreterLockKind.Own ? "own" : "shared",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The same options, but for one. Whether they can be together shows when an interpreter is created with them.</summary>
    /// <remarks>Source: the keyword arguments of <c>_interpreters.new_config</c>.</remarks>
    /// <param name="name">A name as in <see cref="ByName"/>.</param>
    /// <param name="value">A <see cref="bool"/>; for "gil" a string, or an <see cref="InterpreterLockKind"/>.</param>
    /// <returns>New options; these stay as they are.</returns>
    /// <exception cref="ArgumentException">There is no such option, or it takes no such value.</exception>
    public InterpreterOptions With(string name, object value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        return (name, value) switch
        {
            ("use_main_obmalloc", bool set) => this with { UseMainAccount = set },
            ("allow_fork", bool set) => this with { AllowFork = set },
            ("allow_exec", bool set) => this with { AllowExec = set },
            ("allow_threads", bool set) => this with { AllowThreads = set },
            ("allow_daemon_threads", bool set) => this with { AllowDaemonThreads = set },
            ("check_multi_interp_extensions", bool set) => this with { CheckComponents = set },
            ("gil", "own") => this with { Lock = InterpreterLockKind.Own },
            ("gil", "shared" or "default") => this with { Lock = InterpreterLockKind.SharedWithMain },
            ("gil", InterpreterLockKind kind) => this with { Lock = kind },
            _ when ByName().ContainsKey(name) => throw new ArgumentException($"The option '{name}' cannot be {Shown(value)}. The options are {Known}.", nameof(value)),
            _ => throw new ArgumentException($"There is no option '{name}'. The options are {Known}.", nameof(name)),
        };
    }

    /// <summary>The same options, but for some. See <see cref="With(string, object)"/>.</summary>
    /// <param name="values">Names and values.</param>
    /// <returns>New options; these stay as they are.</returns>
    /// <exception cref="ArgumentException">There is no such option, or it takes no such value.</exception>
    public InterpreterOptions With(IEnumerable<KeyValuePair<string, object>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Aggregate(this, static (options, pair) => options.With(pair.Key, pair.Value));
    }

    private static string Shown(object value) => value is string text ? $"\"{text}\"" : $"{value} ({value.GetType().Name})";
}
