using System.Text;

namespace ExplicitContext.Runtime;

/// <summary>An exception told by names and texts: what crosses from one interpreter to another instead of the object. Immutable.</summary>
/// <remarks>Source: CPython <c>excinfo</c> of <c>ExecutionFailed</c>: type, msg, formatted, errdisplay.</remarks>
[Shareable]
public sealed record ErrorInfo
{
    // Made ahead, because there may be no memory left when it is needed.
    private static readonly ErrorInfo OutOfMemory = new()
    {
        TypeName = "System.OutOfMemoryException",
        Message = "There was not enough memory left to tell what failed.",
        Display = "System.OutOfMemoryException: There was not enough memory left to tell what failed.",
    };

    /// <summary>The full name of the exception's type, which the receiver need not know.</summary>
    public required string TypeName { get; init; }

    /// <summary>The exception's message, or in its place why there is none.</summary>
    public required string Message { get; init; }

    /// <summary>What a person reads: types, messages and stacks of the exception and of all that are in it.</summary>
    public required string Display { get; init; }

    /// <summary>The exception's own stack; null where it has none.</summary>
    public string? StackTrace { get; init; }

    /// <summary>Where in a source the error is; null where the language does not tell.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>Tells an exception. Never throws, whatever the exception's own members do.</summary>
    /// <param name="error">The exception.</param>
    /// <returns>Its names and texts.</returns>
    public static ErrorInfo Of(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            var display = new StringBuilder();
            Show(error, display, depth: 0);
            return new ErrorInfo
            {
                TypeName = TypeNameOf(error),
                Message = MessageOf(error),
                Display = display.ToString(),
                StackTrace = StackOf(error),
                Position = (error as ISourceError)?.Position,
            };
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
    }

    private static void Show(Exception error, StringBuilder display, int depth)
    {
        const int deepest = 16;
        display.Append(TypeNameOf(error)).Append(": ").Append(MessageOf(error));
        if (StackOf(error) is { } stack) display.Append('\n').Append(stack);
        IReadOnlyList<Exception> inner = error is AggregateException several ? several.InnerExceptions : error.InnerException is { } one ? [one] : [];
        foreach (var each in inner)
        {
            display.Append("\n ---> ");
            if (depth < deepest) Show(each, display, depth + 1);
            else display.Append("...");
        }
    }

    private static string TypeNameOf(Exception error) => error.GetType().FullName ?? error.GetType().Name;

    private static string MessageOf(Exception error) => Ask(error, static error => error.Message) ?? "";

    private static string? StackOf(Exception error) => Ask(error, static error => error.StackTrace);

    private static string? Ask(Exception error, Func<Exception, string?> question)
    {
        try
        {
            return question(error);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return $"<{TypeNameOf(failure)} when asked>";
        }
    }
}
