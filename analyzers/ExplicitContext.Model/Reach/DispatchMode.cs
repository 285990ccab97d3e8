namespace ExplicitContext.Model.Reach;

/// <summary>What a call to a virtual or interface member counts as reaching.</summary>
public enum DispatchMode
{
    /// <summary>Only the member that the call names.</summary>
    Static,

    /// <summary>Also every override and implementation in sight.</summary>
    Virtual,
}
