namespace ExplicitContext.Runtime;

public sealed partial class ThreadState
{
    /// <summary>Tells the hooks of the runtime and of the interpreter that something happens here.</summary>
    /// <remarks>Source: PEP 578, <c>sys.audit</c>.</remarks>
    /// <param name="name">What, such as "mylanguage.import".</param>
    /// <param name="argument">More of it; null where there is none.</param>
    public void Audit(string name, object? argument = null) => Interp.Audit(name, argument);
}
