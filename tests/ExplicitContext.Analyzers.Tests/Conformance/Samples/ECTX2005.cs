// property ExplicitContextPublicApi = keep
public class Walker
{
    public int [|Depth|](Engine engine) => engine.Seed;
}
