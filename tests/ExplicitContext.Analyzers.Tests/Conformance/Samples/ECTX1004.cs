static class Counter
{
    private static int [|count|];

    public static int Next() => ++count;
}
