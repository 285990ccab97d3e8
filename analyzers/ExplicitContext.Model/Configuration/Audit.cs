using System.Globalization;

namespace ExplicitContext.Model.Configuration;

/// <summary>What someone answers for who leaves a static member process-global: by <c>[AuditedStatic]</c>, or by a line of the configuration.</summary>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Reason">Why it may stay.</param>
/// <param name="Until">The day on which the audit expires.</param>
public sealed record Audit(string? Owner, string? Reason, string? Until)
{
    /// <summary>How <see cref="Until"/> is written.</summary>
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>Whether owner, reason and date are all there; otherwise it is no audit.</summary>
    public bool IsComplete => !Missing.Any();

    private IEnumerable<string> Missing
    {
        get
        {
            if (string.IsNullOrWhiteSpace(Owner))
            {
                yield return "owner";
            }

            if (string.IsNullOrWhiteSpace(Reason))
            {
                yield return "reason";
            }

            if (string.IsNullOrWhiteSpace(Until))
            {
                yield return "date";
            }
        }
    }

    /// <summary>Reads a day; null where the text is none.</summary>
    public static DateTime? ParseDay(string? text) =>
        DateTime.TryParseExact(text?.Trim(), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What is wrong with the audit of a member: a whole sentence, or null.</summary>
    /// <param name="member">The member as a message names it.</param>
    /// <param name="today">The day to judge by; null where nobody says, and then nothing has expired.</param>
    public string? FaultOf(string member, DateTime? today)
    {
        if (!IsComplete)
        {
            return $"The audit of '{member}' lacks its {string.Join(" and its ", Missing)}. Say who answers for it, why it may stay process-global, and until which day ({DateFormat}).";
        }

        if (ParseDay(Until) is not { } until)
        {
            return $"The date '{Until}' of the audit of '{member}' is not of the form {DateFormat}. Write the last day on which the audit holds.";
        }

        return today > until
            ? $"The audit of '{member}' expired on {Until!.Trim()}. Let '{Owner}' judge again and set a new date, or move the state into a context."
            : null;
    }
}
