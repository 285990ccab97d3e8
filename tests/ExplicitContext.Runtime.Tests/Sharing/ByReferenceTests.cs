using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace ExplicitContext.Runtime.Tests;

/// <summary>What crosses as it is.</summary>
public class ByReferenceTests
{
    public static TheoryData<object?> Values =>
    [
        null, true, (byte)1, (sbyte)-1, (short)-2, (ushort)2, -3, 3u, -4L, 4UL, (nint)5, (nuint)5, 'c', DayOfWeek.Friday, Int128.MaxValue, UInt128.MaxValue,
        "text", 1.5f, 2.5d, 3.5m, (Half)1, Guid.NewGuid(), DateTime.UnixEpoch, DateTimeOffset.UnixEpoch, DateOnly.MinValue, TimeOnly.MinValue, TimeSpan.Zero,
        TimeZoneInfo.Utc, new Version(1, 2), new Uri("https://example.org"), Complex.One, 1..^1, new System.Text.Rune('r'), DBNull.Value,
        typeof(List<>), CultureInfo.InvariantCulture, NumberFormatInfo.InvariantInfo, System.Text.Encoding.UTF8, ValueTuple.Create(), new InterpreterId(3),
    ];

    public static TheoryData<object> Collections =>
    [
        ImmutableArray.Create("a", "b"), default(ImmutableArray<object>), ImmutableList.Create<object>("a", 1), ImmutableStack.Create(1), ImmutableQueue.Create(1),
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "a"), ImmutableSortedSet.Create(1, 2),
        ImmutableDictionary<string, object>.Empty.Add("a", ImmutableArray.Create(1)), ImmutableSortedDictionary<int, string>.Empty.Add(1, "a"),
        new[] { 1, 2, 30 }.ToFrozenSet(), new[] { "a" }.ToFrozenSet(), new[] { "a", "bb" }.ToFrozenDictionary(text => text, object (text) => text.Length),
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void SHR_01_02_ValuesThatNeverChange_CrossAsTheyAre(object? value)
    {
        Assert.True(Shareable.IsShareable(value));
        Assert.Same(value, Crossing.Send(value, sender: null));
    }

    [Fact]
    public void SHR_03_IntegersOfAnySize_KeepTheirValue()
    {
        foreach (var value in new[] { long.MinValue, long.MaxValue, 0 }) Assert.Equal(value, Crossing.Send(value, null));
        foreach (var value in new[] { BigInteger.Pow(2, 100), -BigInteger.Pow(2, 10_000), BigInteger.Zero })
        {
            Assert.True(Shareable.IsShareable(value));
            Assert.Equal(value, Crossing.Send(value, null));
            Assert.Equal(value, Crossing.Send<object>(value, null));
        }
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public void SHR_09_ImmutableCollectionsOfShareables_CrossByReference(object collection)
    {
        Assert.True(Shareable.IsShareable(collection));
        var sent = Crossing.Send(collection, null);
        Assert.True(collection.GetType().IsValueType ? collection.Equals(sent) : ReferenceEquals(collection, sent));
    }

    [Fact]
    public void SHR_09_StaticallyTyped_TheyAreTheSameObjects()
    {
        var list = ImmutableList.Create(1, 2);
        Assert.Same(list, Crossing.Send(list, null));
        Assert.Same(list, Crossing.Send<IReadOnlyList<int>>(list, null));
        var set = new[] { "a", "b" }.ToFrozenSet();
        Assert.Same(set, Crossing.Send(set, null));
        var array = ImmutableArray.Create<object>("a", 1);
        Assert.Equal(array, Crossing.Send(array, null));
    }

    [Fact]
    public void SHR_09_AnImmutableCollectionOfWhatMustBeCopied_IsRefusedWithTheElement()
    {
        var error = Assert.Throws<NotShareableException>(() => Crossing.Send(ImmutableArray.Create<object>("a", Shareable.Copy(new List<int>())), null));
        Assert.Equal("value[1]", error.Path);
        Assert.Contains("as a copy", error.Message);
        Assert.Equal("value[1].Item2", Assert.Throws<NotShareableException>(() => Crossing.Send(ImmutableList.Create<(int, object)>((0, "a"), (1, new object())), null)).Path);
        Assert.Equal("value[0].Value", Assert.Throws<NotShareableException>(() =>
            Crossing.Send(ImmutableDictionary<string, object>.Empty.Add("a", new object()), null)).Path);
    }

    [Fact]
    public void SHR_09_BoxByBox_AsInNativePrograms_TheAnswerIsTheSame()
    {
        foreach (var collection in new object[]
        {
            ImmutableArray.Create<object>("a", 1), default(ImmutableArray<string>), ImmutableList.Create(1), ImmutableStack.Create("a"), ImmutableQueue.Create(1),
        })
        {
            var scope = new CrossingScope(CrossingMode.Check, sender: null);
            Assert.True(ImmutableSequences.TryCross(collection, collection.GetType(), ref scope));
            Assert.Null(scope.Refusal);
        }

        var refusing = new CrossingScope(CrossingMode.Check, sender: null);
        Assert.True(ImmutableSequences.TryCross(ImmutableList.Create(1, new object()), typeof(ImmutableList<object>), ref refusing));
        Assert.Equal("value[1]", refusing.Refusal!.ToException("value").Path);
        Assert.False(ImmutableSequences.TryCross(ImmutableHashSet.Create(1), typeof(ImmutableHashSet<int>), ref refusing));
    }

    [Fact]
    public void SHR_09_AComparerWithState_IsRefused()
    {
        var calls = new List<string>();
        var set = ImmutableHashSet.Create(EqualityComparer<string>.Create((a, b) => a == b, text => { calls.Add(text); return 0; }), "a");
        var error = Assert.Throws<NotShareableException>(() => Crossing.Send(set, null));
        Assert.Equal("value.Comparer", error.Path);
    }

    [Fact]
    public void SHR_11_Types_CrossByReference()
    {
        Assert.Same(typeof(string), Crossing.Send(typeof(string), null));
        Assert.Same(typeof(Dictionary<,>), Crossing.Send<object>(typeof(Dictionary<,>), null));
    }

    [Fact]
    public void SHR_22_HandlesInsideAMessage_AreTheSameObjects()
    {
        using var runtime = RuntimeState.Initialize();
        var message = (runtime.Main, Interp: (object)runtime.Main, runtime.Main.Id);
        Assert.Equal(message, Crossing.Send(message, runtime.Main));
        Assert.Same(runtime.Main, Crossing.Send(message, null).Interp);
    }

    [Fact]
    public void SHR_28_AMebibyteByReference_IsNotCopied_AndAllocatesNothing()
    {
        var large = ImmutableArray.Create(new byte[1 << 20]);
        var small = ImmutableArray.Create(new byte[16]);
        Assert.Equal(large, Crossing.Send(large, null));
        Assert.Equal(0, Allocations.Of(() => Crossing.Send(large, null)));
        Assert.Equal(Allocations.Of(() => Crossing.Send(small, null)), Allocations.Of(() => Crossing.Send(large, null)));
    }

    [Fact]
    public void FreeTypes_CrossWithoutAllocation()
    {
        Assert.Equal(0, Allocations.Of(() => Crossing.Send(5, null)));
        Assert.Equal(0, Allocations.Of(() => Crossing.Send("text", null)));
        Assert.Equal(0, Allocations.Of(() => Crossing.Send((1, "text", DayOfWeek.Friday), null)));
        Assert.Equal(0, Allocations.Of(() => Crossing.Send<int?>(5, null)));
    }
}
