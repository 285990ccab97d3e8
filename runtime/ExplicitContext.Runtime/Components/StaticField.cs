namespace ExplicitContext.Runtime;

/// <summary>One static field in a <see cref="StaticsCensus"/>. Immutable.</summary>
/// <param name="TypeName">The full name of the type that declares it.</param>
/// <param name="Name">The field's name; of a property or an event its name, where the field is behind one.</param>
/// <param name="Verdict">What it means to interpreters that share it.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record StaticField(string TypeName, string Name, StaticVerdict Verdict, string Reason)
{
    /// <summary>All of it in one line.</summary>
    /// <returns>Such as "Lib.Cache.entries: SharedHazard, it is assigned outside of the static constructor."</returns>
    public override string ToString() => $"{TypeName}.{Name}: {Verdict}, {Reason}";
}
