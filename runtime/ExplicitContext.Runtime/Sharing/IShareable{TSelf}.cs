using System.ComponentModel;

namespace ExplicitContext.Runtime;

/// <summary>How instances of a <c>[Shareable]</c> type cross. The generator implements it for every one that is <c>partial</c>.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IShareable<TSelf> : IShareable
    where TSelf : IShareable<TSelf>
{
    /// <summary>Whether every instance crosses as it is, whatever it holds.</summary>
    static virtual bool CrossesByReference => false;

    /// <summary>Makes what the receiver gets. Runs inside the sender, on an instance of exactly this type, or of a derived type on whose behalf it is called.</summary>
    /// <param name="scope">The crossing that this is a part of.</param>
    /// <returns>The instance itself where nothing in it can change; else a copy.</returns>
    new TSelf Cross(ref CrossingScope scope);
}
