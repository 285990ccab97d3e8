namespace Benchmarks.Links;

/// <summary>One end of a link, in the hands of one thread.</summary>
internal interface IParty
{
    /// <summary>Sends to the other party; waits where the link is full.</summary>
    void Send(int value);

    /// <summary>Waits for what the other party sends.</summary>
    int Receive();
}
