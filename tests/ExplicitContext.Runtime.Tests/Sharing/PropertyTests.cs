namespace ExplicitContext.Runtime.Tests;

/// <summary>The answer is right for any value: bar B16.</summary>
public class PropertyTests
{
    private const int Values = 10_000;

    [Fact]
    public void SHR_06_07_WhatIsCalledShareableCrosses_AndNothingElseDoes()
    {
        var queue = new Queue<object?>();
        var crossed = 0;
        for (var seed = 0; seed < Values; seed++)
        {
            var made = new GeneratedValues(seed).Next();
            Assert.True(made.Crosses == Shareable.IsShareable(made.Value), $"Seed {seed}: {(made.Crosses ? "refused" : "accepted")}.");
            var before = queue.Count;
            if (made.Crosses)
            {
                var description = GeneratedValues.Describe(made.Value);
                var sent = Crossing.Send(made.Value, null);
                queue.Enqueue(sent);
                Assert.True(description == GeneratedValues.Describe(sent), $"Seed {seed}: {description} became {GeneratedValues.Describe(sent)}.");
                if (!made.Moves) Crossing.Discard(Crossing.Send(made.Value, null));
                crossed++;
            }
            else
            {
                Assert.Throws<NotShareableException>(() => queue.Enqueue(Crossing.Send(made.Value, null)));
                Assert.Equal(before, queue.Count);
                Assert.False(Shareable.IsShareable(made.Value));
            }

            if (queue.Count > 16) Crossing.Discard(queue.Dequeue());
        }

        Assert.InRange(crossed, Values / 5, Values * 4 / 5);
    }

    [Fact]
    public void SHR_07_ARefusedValue_LeavesEverythingInItUsable()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var movable = Shareable.Move(new[] { seed });
            var buffer = SharedBuffer.Allocate(1);
            var rest = new GeneratedValues(seed).Next();
            if (rest.Crosses) continue;
            Assert.Throws<NotShareableException>(() => Crossing.Send((movable, buffer, rest.Value), null));
            Assert.Equal(seed, movable.Value[0]);
            Assert.Equal(0, buffer.Span[0]);
        }
    }
}
