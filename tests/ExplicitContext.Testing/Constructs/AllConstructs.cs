namespace ExplicitContext.Testing.Constructs;

/// <summary>Every construct that this lane's Roslyn can parse.</summary>
public static class AllConstructs
{
    public static IEnumerable<Construct> Supported => DispatchConstructs.All.Concat(CallConstructs.All).Concat(StatementConstructs.All).Concat(NewConstructs.All)
        .Where(construct => !construct.NeedsCSharp14 || TestCompilation.SupportsCSharp14);
}
