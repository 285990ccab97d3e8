using System.ComponentModel;

namespace ExplicitContext.Runtime;

/// <summary>What a <c>[Shareable]</c> type looks like to the runtime. The generator implements it; nobody needs to write or call it.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IShareable
{
    /// <summary>The type that the implementation was made for. A type derived from it may have state that it does not know of, so must have its own.</summary>
    Type ShareableType { get; }

    /// <summary>See <see cref="IShareable{TSelf}.Cross"/>.</summary>
    /// <param name="scope">The crossing.</param>
    /// <returns>What the receiver gets.</returns>
    object Cross(ref CrossingScope scope);
}
