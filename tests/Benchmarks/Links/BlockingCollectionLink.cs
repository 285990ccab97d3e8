using System.Collections.Concurrent;

namespace Benchmarks.Links;

/// <summary>Two <see cref="BlockingCollection{T}"/>s.</summary>
internal sealed class BlockingCollectionLink : Link
{
    private readonly BlockingCollection<int>[] collections = [[], []];

    public override void Join(int party, Action<IParty> body) => body(new Party(collections[party], collections[1 - party]));

    public override void Dispose()
    {
        foreach (var collection in collections) collection.Dispose();
    }

    private sealed class Party(BlockingCollection<int> outgoing, BlockingCollection<int> incoming) : IParty
    {
        public void Send(int value) => outgoing.Add(value);

        public int Receive() => incoming.Take();
    }
}
