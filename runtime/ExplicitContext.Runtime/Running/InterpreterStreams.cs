using System.Text;

namespace ExplicitContext.Runtime;

/// <summary>
/// Where code of one interpreter reads and writes text: its own objects over the input, output and error handles of the process, until somebody
/// inside sets others. What <see cref="Console.SetOut"/> and its like do is for the whole process; this is for one interpreter.
/// </summary>
/// <remarks>
/// Threading: used from inside. What several interpreters write to one handle interleaves, piece by piece. Source: <c>sys.stdin</c>,
/// <c>sys.stdout</c> and <c>sys.stderr</c>, which every interpreter of CPython has its own of.
/// </remarks>
public sealed class InterpreterStreams : IDisposable
{
    internal static readonly InterpreterSlot<InterpreterStreams> Slot = new(static _ => new InterpreterStreams());

    // Without a mark at the beginning, as the console's own writers have none.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    // What was opened here, which is closed here; what others set is theirs.
    [GuardedBy("the interpreter's lock")]
    private readonly List<IDisposable> opened = [];

    internal InterpreterStreams()
    {
    }

    /// <summary>What code reads. The process's input unless set.</summary>
    [field: GuardedBy("the interpreter's lock")]
    public TextReader In
    {
        get => field ??= Opened(new StreamReader(Console.OpenStandardInput(), Encoding, detectEncodingFromByteOrderMarks: false));
        set => field = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>What code writes. The process's output unless set; written through at once.</summary>
    [field: GuardedBy("the interpreter's lock")]
    public TextWriter Out
    {
        get => field ??= Opened(new StreamWriter(Console.OpenStandardOutput(), Encoding) { AutoFlush = true });
        set => field = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Where code writes what went wrong. The process's error output unless set; written through at once.</summary>
    [field: GuardedBy("the interpreter's lock")]
    public TextWriter Error
    {
        get => field ??= Opened(new StreamWriter(Console.OpenStandardError(), Encoding) { AutoFlush = true });
        set => field = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Closes what was opened here. The process's handles stay open. Closing the interpreter calls it.</summary>
    public void Dispose()
    {
        foreach (var stream in opened) stream.Dispose();
        opened.Clear();
    }

    private T Opened<T>(T stream)
        where T : IDisposable
    {
        opened.Add(stream);
        return stream;
    }
}
