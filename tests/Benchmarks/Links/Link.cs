namespace Benchmarks.Links;

/// <summary>Two parties that send each other numbers.</summary>
internal abstract class Link : IDisposable
{
    /// <summary>Does something as party 0 or 1, on the calling thread.</summary>
    public abstract void Join(int party, Action<IParty> body);

    public virtual void Dispose()
    {
    }
}
