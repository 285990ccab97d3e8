using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime;

/// <summary>Which objects a crossing has copied. The first few are found without a hash table, since most messages have no more.</summary>
internal struct CopyMemo
{
    private Few originals;
    private Few copies;
    private int count;
    private Dictionary<object, object>? rest;

    public readonly object? Find(object original)
    {
        for (var i = 0; i < Math.Min(count, Few.Length); i++)
        {
            if (ReferenceEquals(originals[i], original)) return copies[i];
        }

        return rest?.GetValueOrDefault(original);
    }

    public void Add(object original, object copy)
    {
        if (count < Few.Length)
        {
            originals[count] = original;
            copies[count++] = copy;
        }
        else
        {
            (rest ??= new(ReferenceEqualityComparer.Instance))[original] = copy;
        }
    }

    [InlineArray(Length)]
    private struct Few
    {
        public const int Length = 4;
        private object? first;
    }
}
