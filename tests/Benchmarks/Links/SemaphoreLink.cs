namespace Benchmarks.Links;

/// <summary>Two variables, each with a <see cref="SemaphoreSlim"/> that says that it is full. For ping-pong only: a second value would overwrite the first.</summary>
internal sealed class SemaphoreLink : Link
{
    private readonly int[] values = new int[2];
    private readonly SemaphoreSlim[] full = [new(0), new(0)];

    public override void Join(int party, Action<IParty> body) => body(new Party(this, party));

    public override void Dispose()
    {
        foreach (var semaphore in full) semaphore.Dispose();
    }

    private sealed class Party(SemaphoreLink link, int index) : IParty
    {
        public void Send(int value)
        {
            link.values[index] = value;
            link.full[index].Release();
        }

        public int Receive()
        {
            link.full[1 - index].Wait();
            return link.values[1 - index];
        }
    }
}
