namespace ExplicitContext.Runtime;

/// <summary>What a static field means to interpreters that share it.</summary>
/// <remarks>Source: the classes of PEP 684, "what may stay global".</remarks>
public enum StaticVerdict
{
    /// <summary>It cannot change, neither the field nor what it leads to; or somebody answers for it by <see cref="AuditedStaticAttribute"/>.</summary>
    Safe,

    /// <summary>It is written at the start or at first use, and the same for all ever after.</summary>
    SetOnce,

    /// <summary>It can change: what one interpreter does there, another sees.</summary>
    SharedHazard,
}
