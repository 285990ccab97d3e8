using System.Globalization;
using System.Text;

namespace ExplicitContext.Runtime.Tests;

/// <summary>What happened under one schedule: where the threads came by, and what was chosen where there was a choice.</summary>
internal sealed class ScheduleTrace
{
    private const int MostShown = 300;

    private readonly List<Step> steps = [];
    private readonly List<Choice> choices = [];

    public IReadOnlyList<Step> Steps => steps;

    public IReadOnlyList<Choice> Choices => choices;

    /// <summary>The choices in a form that <see cref="Parse"/> reads: "0*3 1 ~2" is three times thread 0, then thread 1, then thread 2's timeout.</summary>
    public string Schedule
    {
        get
        {
            var text = new StringBuilder();
            for (var i = 0; i < choices.Count;)
            {
                var end = i + 1;
                while (end < choices.Count && choices[end] == choices[i]) end++;
                text.Append(text.Length == 0 ? "" : " ").Append(choices[i]);
                if (end > i + 1) text.Append('*').Append(CultureInfo.InvariantCulture, $"{end - i}");
                i = end;
            }

            return text.ToString();
        }
    }

    /// <summary>Tells schedules apart.</summary>
    public ulong Fingerprint
    {
        get
        {
            var hash = 14695981039346656037;
            foreach (var choice in choices) hash = (hash ^ (ulong)(2 * choice.Thread + (choice.IsTimeout ? 1 : 0) + 1)) * 1099511628211;
            return hash;
        }
    }

    public static IReadOnlyList<Choice> Parse(string schedule)
    {
        var choices = new List<Choice>();
        foreach (var word in schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = word.Split('*');
            var choice = new Choice(int.Parse(parts[0].TrimStart('~'), CultureInfo.InvariantCulture), parts[0].StartsWith('~'));
            choices.AddRange(Enumerable.Repeat(choice, parts.Length == 1 ? 1 : int.Parse(parts[1], CultureInfo.InvariantCulture)));
        }

        return choices;
    }

    public void Clear()
    {
        steps.Clear();
        choices.Clear();
    }

    public void Add(int thread, string place) => steps.Add(new Step(thread, place));

    public void Add(Choice choice) => choices.Add(choice);

    /// <summary>One line for every stretch that a thread ran.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var running = -1;
        foreach (var step in steps.Skip(steps.Count - MostShown))
        {
            if (step.Thread != running) text.Append(CultureInfo.InvariantCulture, $"\n  thread {running = step.Thread}:");
            text.Append(' ').Append(step.Place);
        }

        return steps.Count > MostShown ? $"\n  ({steps.Count - MostShown} steps before){text}" : text.ToString();
    }

    internal readonly record struct Step(int Thread, string Place);
}
