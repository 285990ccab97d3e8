static class Clock
{
    internal static System.Func<long> [|Now|] = () => 0;
}
