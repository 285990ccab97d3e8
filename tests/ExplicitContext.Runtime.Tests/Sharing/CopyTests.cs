namespace ExplicitContext.Runtime.Tests;

/// <summary>Collections that can change cross only where a copy is asked for.</summary>
public class CopyTests
{
    public static TheoryData<object> MutableCollections =>
    [
        new[] { 1 }, Array.Empty<string>(), new List<int> { 1 }, new Dictionary<string, int>(), new HashSet<int>(), new int[1, 1], new Queue<int>(), new Stack<int>(),
        new LinkedList<int>(), new SortedDictionary<int, int>(), Enumerable.Range(0, 1), new List<int>().AsReadOnly(), new ArraySegment<byte>([1]), new Memory<byte>([1]),
    ];

    [Theory]
    [MemberData(nameof(MutableCollections))]
    public void SHR_08_CollectionsThatCanChange_AreRefusedAsTheyAre(object collection)
    {
        Assert.False(Shareable.IsShareable(collection));
        Assert.Equal("value", Assert.Throws<NotShareableException>(() => Crossing.Send(collection, null)).Path);
    }

    [Fact]
    public void SHR_08_StaticallyTyped_TheMessageNamesTheRemedy()
    {
        Assert.Contains("Shareable.Copy", Assert.Throws<NotShareableException>(() => Crossing.Send(new List<int>(), null)).Message);
        Assert.Contains("Shareable.Copy", Assert.Throws<NotShareableException>(() => Crossing.Send(new byte[1], null)).Message);
        Assert.Contains("Shareable.Copy", Assert.Throws<NotShareableException>(() => Crossing.Send(new Dictionary<int, int>(), null)).Message);
        Assert.Contains("Shareable.Copy", Assert.Throws<NotShareableException>(() => Crossing.Send(new HashSet<int>(), null)).Message);
    }

    [Fact]
    public void SHR_08_WithTheCopyPolicy_TheReceiverGetsACopy()
    {
        var list = new List<int> { 1, 2 };
        var array = new[] { "a" };
        var set = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "A" };
        var dictionary = new Dictionary<string, List<int>> { ["k"] = list };

        var sentList = Crossing.Send(Shareable.Copy(list), null).Value;
        var sentArray = Crossing.Send(Shareable.Copy(array), null).Value;
        var sentSet = Crossing.Send(Shareable.Copy(set), null).Value;
        var sentDictionary = Crossing.Send<object>(Shareable.Copy(dictionary), null);
        list.Add(3);
        array[0] = "b";
        set.Clear();

        Assert.Equal([1, 2], sentList);
        Assert.Equal(["a"], sentArray);
        Assert.Contains("a", sentSet);
        Assert.Equal([1, 2], Assert.IsType<CopyOnSend<Dictionary<string, List<int>>>>(sentDictionary).Value["k"]);
    }

    [Fact]
    public void SHR_08_EachSendCopiesWhatIsThereThen()
    {
        var list = new List<int> { 1 };
        var message = (1, Shareable.Copy(list));
        var first = Crossing.Send(message, null);
        list.Add(2);
        var second = Crossing.Send(message, null);

        Assert.Equal([1], first.Item2.Value);
        Assert.Equal([1, 2], second.Item2.Value);
    }

    [Fact]
    public void SHR_15_ACyclicGraph_KeepsItsCycles()
    {
        var list = new List<object>();
        var array = new object[] { list, list, "end" };
        list.Add(array);
        list.Add(list);

        var copy = Crossing.Send(Shareable.Copy(list), null).Value;

        Assert.NotSame(list, copy);
        Assert.Same(copy, copy[1]);
        var inner = Assert.IsType<object[]>(copy[0]);
        Assert.NotSame(array, inner);
        Assert.Same(copy, inner[0]);
        Assert.Same(copy, inner[1]);
    }

    [Fact]
    public void SHR_15_WhatIsReferredToTwice_IsCopiedOnce_HoweverManyThereAre()
    {
        var shared = Enumerable.Range(0, 20).Select(i => new[] { i }).ToArray();
        var copy = Crossing.Send(Shareable.Copy(shared.Concat(shared).ToArray()), null).Value;
        for (var i = 0; i < 20; i++)
        {
            Assert.NotSame(shared[i], copy[i]);
            Assert.Same(copy[i], copy[i + 20]);
        }
    }

    [Fact]
    public void SHR_15_ACyclicDictionaryAndACovariantArray_AreCopied()
    {
        var dictionary = new Dictionary<string, object>();
        dictionary["self"] = dictionary;
        dictionary["array"] = (object[])new string[] { "a" };
        var copy = Crossing.Send(Shareable.Copy(dictionary), null).Value;
        Assert.Same(copy, copy["self"]);
        Assert.IsType<string[]>(copy["array"]);
    }

    [Fact]
    public void AComparerThatHoldsState_CannotBeCopiedAlong()
    {
        var log = new List<string>();
        var set = new HashSet<string>(EqualityComparer<string>.Create((a, b) => a == b, text => { log.Add(text); return 0; }));
        Assert.Equal("value.Comparer", Assert.Throws<NotShareableException>(() => Crossing.Send(Shareable.Copy(set), null)).Path);
    }

    [Fact]
    public void DerivedCollections_AreNotTakenForTheirBases()
    {
        Assert.Throws<NotShareableException>(() => Crossing.Send(Shareable.Copy((List<int>)new Derived()), null));
        Assert.Throws<ArgumentNullException>(() => Shareable.Copy((List<int>)null!));
    }

    [Fact]
    public void AnArrayOfSeveralDimensions_IsCopiedWithSimpleElements()
    {
        var copy = Crossing.Send(Shareable.Copy(new object[] { new int[2, 2] }), null).Value;
        Assert.Equal(4, Assert.IsType<int[,]>(copy[0]).Length);
        Assert.Throws<NotShareableException>(() => Crossing.Send(Shareable.Copy(new object[] { new object[1, 1] }), null));
    }

    private sealed class Derived : List<int>;
}
