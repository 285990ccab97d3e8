using System.Collections.Immutable;

namespace ExplicitContext.Runtime.Tests;

/// <summary>Types that are declared shareable.</summary>
public class DeclaredTests
{
    [Fact]
    public void SHR_12_OnlyReadonlyShareableFields_CrossesByReference()
    {
        var settings = new Settings(1, "a", ["x"]);
        Assert.Same(settings, Crossing.Send(settings, null));
        Assert.Same(settings, Crossing.Send<object>(settings, null));
        Assert.Same(settings, Crossing.Send((1, settings), null).settings);
        Assert.Equal(0, Allocations.Of(() => Crossing.Send(settings, null)));
        Assert.Equal(new Pixel { X = 1, Y = 2 }, Crossing.Send(new Pixel { X = 1, Y = 2 }, null));
        Assert.Same(settings, Crossing.Send(ImmutableArray.Create(settings), null)[0]);
    }

    [Fact]
    public void SHR_12_WhatTheValueDecides_IsLookedAt()
    {
        var envelope = new Envelope<object>(1, "text");
        Assert.Same(envelope, Crossing.Send(envelope, null));
        var error = Assert.Throws<NotShareableException>(() => Crossing.Send(new Envelope<object>(1, ("a", new MemoryStream())), null));
        Assert.Equal("value.Payload.Item2", error.Path);

        var reading = new Envelope<object>(1, new Reading(1, "a", 2, [1]));
        var sent = Crossing.Send(reading, null);
        Assert.NotSame(reading, sent);
        Assert.NotSame(reading.Payload, sent.Payload);
        Assert.Equal([1], ((Reading)sent.Payload).Points);
        Assert.Same(envelope.Payload, Crossing.Send(envelope, null).Payload);
    }

    [Fact]
    public void SHR_12_MarkedWithoutGeneratedCode_ItIsJudgedByItsFields()
    {
        var plain = new Plain(1, "text");
        Assert.Same(plain, Crossing.Send(plain, null));
        Assert.Same(plain, Crossing.Send<object>(plain, null));
        Assert.Equal("value.content", Assert.Throws<NotShareableException>(() => Crossing.Send(new Plain(1, new object()), null)).Path);
        Assert.Contains("as a copy", Assert.Throws<NotShareableException>(() => Crossing.Send(new Plain(1, new Reading(1, "a", 2, [])), null)).Message);
        Assert.Contains("'Count' can be assigned", Assert.Throws<NotShareableException>(() => Crossing.Send(new Careless(), null)).Message);
    }

    [Fact]
    public void MembersThatCanChange_AreCopiedByGeneratedCode()
    {
        var reading = new Reading(1, "a", 2.5, [1, 2]);
        var sent = Crossing.Send(reading, null);
        reading.Points[0] = 9;

        Assert.Equal((1, "a", 2.5), (sent.Id, sent.Name, sent.Weight));
        Assert.Equal([1, 2], sent.Points);
        Assert.NotSame(reading.Points, Assert.IsType<Reading>(Crossing.Send<object>(reading, null)).Points);
        Assert.Equal([9, 2], reading.Points);
    }

    [Fact]
    public void SHR_15_ACyclicGraphOfObjects_KeepsItsCycles()
    {
        var root = new Node("root");
        var child = new Node("child") { Next = root };
        root.Next = child;
        root.Children.AddRange([child, root, child]);
        root.Named["self"] = root;

        var copy = Crossing.Send(root, null);

        Assert.NotSame(root, copy);
        Assert.Equal("root", copy.Name);
        Assert.Same(copy, copy.Next!.Next);
        Assert.Same(copy, copy.Children[1]);
        Assert.Same(copy.Children[0], copy.Children[2]);
        Assert.Same(copy.Next, copy.Children[0]);
        Assert.Same(copy, copy.Named["self"]);
        Assert.Same(root, root.Next!.Next);
    }

    [Fact]
    public void SHR_14_ADerivedTypeWithAMutableField_IsRefused()
    {
        Assert.True(Shareable.IsShareable(new Shape("a")));
        var error = Assert.Throws<NotShareableException>(() => Crossing.Send<Shape>(new Doodle("a"), null));
        Assert.Contains("derives from the shareable type", error.Message);
        Assert.False(Shareable.IsShareable((object)new Doodle("a")));
        Assert.False(Shareable.IsShareable(new OpenAndMore("a")));
        Assert.True(Shareable.IsShareable(new Open("a")));
        Assert.True(Shareable.IsShareable<Open>(new OpenAndMarked("a", null)));
        Assert.Equal("value.Careless", Assert.Throws<NotShareableException>(() => Crossing.Send<Open>(new OpenAndMarked("a", new Careless()), null)).Path);
    }

    [Fact]
    public void ADerivedTypeThatIsDeclared_CrossesWithItsBase()
    {
        var polygon = new Polygon("a", [1, 2]);
        var sent = Assert.IsType<Polygon>(Crossing.Send<Shape>(polygon, null));
        Assert.Equal("a", sent.Name);
        Assert.NotSame(polygon.Corners, sent.Corners);
        var labelled = new Labelled("a", "b");
        Assert.Same(labelled, Crossing.Send<Shape>(labelled, null));
        Assert.Equal("value.Label", Assert.Throws<NotShareableException>(() => Crossing.Send<Shape>(new Labelled("a", new object()), null)).Path);
    }

    [Fact]
    public void StructsNestedGenericsAndPrimaryConstructors_AreCopied()
    {
        var span = new Span2(new Reading(1, "a", 1, [1]), null);
        Assert.NotSame(span.From.Points, Crossing.Send(span, null).From.Points);
        Assert.NotSame(span.From.Points, ((Span2)Crossing.Send<object>(span, null)).From.Points);

        var adder = new Adder(2, "note", [1, 2, 3]);
        var sentAdder = Crossing.Send(adder, null);
        Assert.Equal(6, sentAdder.Add(1));
        Assert.NotSame(adder.Table, sentAdder.Table);
        Assert.Equal("value.note", Assert.Throws<NotShareableException>(() => Crossing.Send(new Adder(1, new object(), []), null)).Path);

        var box = new Holder<int>.Box<string>(1, "a");
        var sentBox = Crossing.Send(box, null);
        Assert.Equal((1, "a"), (sentBox.Key, sentBox.Item));
        Assert.NotSame(box.Items, sentBox.Items);
        Assert.Equal(["a"], sentBox.Items);
    }

    [Fact]
    public void AStructThatCanChangeInItsBox_CrossesInABoxOfItsOwn()
    {
        IMoving mine = default(Particle);
        var theirs = Crossing.Send(mine, null);
        mine.Move();
        Assert.Equal((1, 0), (((Particle)mine).X, ((Particle)theirs).X));
        Assert.Throws<NotShareableException>(() => Crossing.Send(ImmutableArray.Create(mine), null));
        Assert.Throws<NotShareableException>(() => Crossing.Send(mine.Move, null));
    }

    [Fact]
    public void SHR_22_24_AHandleInsideAMessage_IsTheReceivers_AndReleasedOnce()
    {
        var buffer = SharedBuffer.Allocate(1);
        var envelope = new Envelope<SharedBuffer>(1, buffer);
        var sent = Crossing.Send(envelope, null);
        Assert.NotSame(buffer, sent.Payload);
        Assert.Same(buffer, envelope.Payload);
        sent.Payload.Span[0] = 3;
        Assert.Equal(3, buffer.Span[0]);

        Crossing.Discard(sent);
        Assert.Throws<ObjectDisposedException>(() => sent.Payload.Span[0]);
        Assert.Equal(3, buffer.Span[0]);
    }

    [Fact]
    public void ASlotOfModuleState_CrossesByReference_IfItsFactoryIsStateless()
    {
        var slot = new InterpreterSlot<List<int>>(static _ => []);
        Assert.Same(slot, Crossing.Send(slot, null));
        var captured = 1;
        Assert.Equal("value.create", Assert.Throws<NotShareableException>(() => Crossing.Send(new InterpreterSlot<List<int>>(_ => [captured]), null)).Path);
    }
}
