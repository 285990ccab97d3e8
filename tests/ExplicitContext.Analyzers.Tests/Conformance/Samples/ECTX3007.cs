using ExplicitContext.Runtime;

static class Sender
{
    static object Send(byte[] data)
    {
        var moved = Shareable.Move(data);
        [|data|][0] = 1;
        return moved;
    }
}
