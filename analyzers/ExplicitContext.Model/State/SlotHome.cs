namespace ExplicitContext.Model.State;

/// <summary>A context type that keeps state of others in slots.</summary>
/// <param name="Context">The context.</param>
/// <param name="SlotType">The type of its slots as one writes it, without the type argument.</param>
/// <param name="IsPublic">Whether other assemblies can use both.</param>
internal sealed record SlotHome(ContextType Context, string SlotType, bool IsPublic)
{
    /// <summary>The method that finds the state of a slot.</summary>
    public const string GetState = "GetState";

    /// <summary>The type of slots in a context type of the user's, nested in it.</summary>
    public const string NestedSlot = "ModuleSlot";

    /// <summary>What disposes of the state in a context type of the user's.</summary>
    public const string Dispose = "DisposeSlots";
}
