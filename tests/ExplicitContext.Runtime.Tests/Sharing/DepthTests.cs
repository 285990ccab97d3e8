namespace ExplicitContext.Runtime.Tests;

/// <summary>The answer is for the whole value, and names the way to the culprit.</summary>
public class DepthTests
{
    [Fact]
    public void SHR_04_TuplesPairsAndNullablesOfShareables_Cross()
    {
        Assert.Equal((1, "a", (2.5, 'c')), Crossing.Send((1, "a", (2.5, 'c')), null));
        Assert.Equal((1, (object)"a"), Crossing.Send((1, (object)"a"), null));
        Assert.Equal(KeyValuePair.Create("k", (object)1), Crossing.Send(KeyValuePair.Create("k", (object)1), null));
        Assert.Equal((1, (object?)null), Crossing.Send<(int, object?)?>((1, null), null));
        Assert.Equal((1, 2, 3, 4, 5, 6, 7, 8, (object)9), Crossing.Send((1, 2, 3, 4, 5, 6, 7, 8, (object)9), null));
        Assert.Equal(Tuple.Create(1, (object)"a"), Crossing.Send(Tuple.Create(1, (object)"a"), null));
        Assert.Equal((object)(1, (object)"a"), Crossing.Send<object>((1, (object)"a"), null));
    }

    [Fact]
    public void SHR_04_EveryTupleSize_GoesItemByItem()
    {
        object o = "o";
        Assert.Equal(ValueTuple.Create(o), Crossing.Send(ValueTuple.Create(o), null));
        Assert.Equal((1, o, 3), Crossing.Send((1, o, 3), null));
        Assert.Equal((1, 2, 3, o), Crossing.Send((1, 2, 3, o), null));
        Assert.Equal((1, 2, 3, 4, o), Crossing.Send((1, 2, 3, 4, o), null));
        Assert.Equal((1, 2, 3, 4, 5, o), Crossing.Send((1, 2, 3, 4, 5, o), null));
        Assert.Equal((1, 2, 3, 4, 5, 6, o), Crossing.Send((1, 2, 3, 4, 5, 6, o), null));
        Assert.Equal((1, 2, 3, 4, 5, 6, 7, o), Crossing.Send((1, 2, 3, 4, 5, 6, 7, o), null));
    }

    public static TheoryData<object, string> Culprits => new()
    {
        { (1, new MemoryStream()), "value.Item2" },
        { (1, ("a", (2, new object()))), "value.Item2.Item2.Item2" },
        { Tuple.Create("a", Tuple.Create(new object())), "value.Item2.Item1" },
        { KeyValuePair.Create(1, new object()), "value.Value" },
        { (1, 2, 3, 4, 5, 6, 7, 8, new object()), "value.Rest.Item2" },
        { Shareable.Copy(new List<object> { 1, (2, new MemoryStream()) }), "value[1].Item2" },
        { Shareable.Copy(new Dictionary<string, object> { ["a"] = 1, ["b"] = new Thread(() => { }) }), "value[1].Value" },
    };

    [Theory]
    [MemberData(nameof(Culprits))]
    public void SHR_05_SomethingUnshareableAtAnyDepth_IsRefusedWithThePath(object value, string path)
    {
        Assert.False(Shareable.IsShareable(value));
        Assert.Equal(path, Assert.Throws<NotShareableException>(() => Shareable.Check(value)).Path);
        Assert.Equal("result" + path["value".Length..], Assert.Throws<NotShareableException>(() => Crossing.Send(value, null, "result")).Path);
    }

    [Fact]
    public void SHR_05_StaticTypesAndRunTimeTypes_AgreeOnThePath()
    {
        var error = Assert.Throws<NotShareableException>(() => Crossing.Send((Name: "a", Inner: (1, Stream: new MemoryStream())), null));
        Assert.Equal("value.Item2.Item2", error.Path);
        Assert.Equal(typeof(MemoryStream), error.Type);
        Assert.StartsWith("value.Item2.Item2 (System.IO.MemoryStream) cannot cross to another interpreter: a stream", error.Message);
    }

    [Fact]
    public void ThePathOfAVeryDeepCulprit_IsShortened()
    {
        object value = new object();
        for (var i = 0; i < 1000; i++) value = Tuple.Create(value);
        var path = Assert.Throws<NotShareableException>(() => Crossing.Send(value, null)).Path;
        Assert.InRange(path.Length, 100, 400);
        Assert.Contains("…", path);
    }

    [Fact]
    public void AValueNestedDeeperThanTheStack_IsRefusedAndTheProcessLives()
    {
        object value = "end";
        for (var i = 0; i < 200_000; i++) value = Tuple.Create(value);
        Assert.Contains("nested too deeply", Assert.Throws<NotShareableException>(() => Crossing.Send(value, null)).Message);
    }
}
