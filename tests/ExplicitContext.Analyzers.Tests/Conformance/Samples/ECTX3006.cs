using ExplicitContext;

[Shareable]
public sealed class Open
{
    public System.IO.Stream? [|Stream|] { get; set; }
}
