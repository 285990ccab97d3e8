namespace ExplicitContext.Runtime;

/// <summary>
/// Marks types of this library whose objects are the same in every interpreter: handles that are safe for use by all threads at once. The mark holds
/// for the marked type itself; a type derived from it is not covered.
/// </summary>
internal interface ICrossesByReference;
