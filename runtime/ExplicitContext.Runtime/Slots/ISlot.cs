namespace ExplicitContext.Runtime;

/// <summary>Makes a piece of state for its owner.</summary>
/// <typeparam name="TOwner">An interpreter, or one thread of it.</typeparam>
/// <typeparam name="T">The state.</typeparam>
internal interface ISlot<in TOwner, out T>
    where T : class
{
    /// <summary>Makes the state. Never null.</summary>
    T Create(TOwner owner);
}
