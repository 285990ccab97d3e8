namespace ExplicitContext.Runtime.Tests;

/// <summary>What a channel is to do, as a person would write it down: no locks, no waiting, no code of the library.</summary>
internal sealed class ChannelModel
{
    private readonly Queue<int> items = new();
    private readonly List<int> senders = [];
    private readonly List<int> receivers = [];
    private readonly HashSet<int> goneSenders = [];
    private readonly HashSet<int> goneReceivers = [];
    private bool sendClosed;
    private bool receiveClosed;

    /// <summary>Does what the step says.</summary>
    /// <returns>What the caller sees of it.</returns>
    public string Do(ChannelStep step, int value) => step.What switch
    {
        "use" when step.Ends == "send" => Send(step.Who, value),
        "use" when step.Ends == "receive" => Receive(step.Who),
        "use" => $"{Send(step.Who, value)}, {Receive(step.Who)}",
        "release" => Release(step.Who, step.Ends),
        _ => Close(step.Ends, step.What == "force-close"),
    };

    /// <summary>What everybody sees.</summary>
    public string Show()
    {
        var closed = $"send {(sendClosed ? "closed" : $"[{string.Join(' ', senders)}]")}, receive {(receiveClosed ? "closed" : $"[{string.Join(' ', receivers)}]")}";
        return $"{closed}, {items.Count} items, {(receiveClosed ? "not listed" : "listed")}";
    }

    private string Send(int who, int value)
    {
        if (sendClosed || goneSenders.Contains(who)) return "closed";
        if (!senders.Contains(who)) senders.Add(who);
        items.Enqueue(value);
        return "sent";
    }

    private string Receive(int who)
    {
        if (receiveClosed || goneReceivers.Contains(who)) return "closed";
        if (!receivers.Contains(who)) receivers.Add(who);
        if (items.Count == 0) return "empty";
        var value = items.Dequeue();
        if (items.Count == 0 && sendClosed) receiveClosed = true;
        return $"got {value}";
    }

    private string Close(string ends, bool force)
    {
        if (receiveClosed) return "closed";
        if (items.Count == 0 || force)
        {
            CloseAll();
            return "done";
        }

        if (ends != "send") return "not empty";
        if (sendClosed) return "closed";
        sendClosed = true;
        return "done";
    }

    private string Release(int who, string ends)
    {
        if (receiveClosed) return "done";
        if (ends != "receive")
        {
            senders.Remove(who);
            goneSenders.Add(who);
        }

        if (ends != "send")
        {
            receivers.Remove(who);
            goneReceivers.Add(who);
        }

        if (senders.Count + receivers.Count == 0) CloseAll();
        return "done";
    }

    private void CloseAll()
    {
        sendClosed = receiveClosed = true;
        items.Clear();
    }
}
