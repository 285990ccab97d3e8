using System.Collections.Immutable;

namespace ExplicitContext.Runtime;

public sealed partial class InterpreterState
{
    [GuardedBy("atomic")]
    private ImmutableHashSet<IAssociated> associations = ImmutableHashSet<IAssociated>.Empty;

    /// <summary>Who is to learn of this interpreter's end.</summary>
    internal IEnumerable<IAssociated> Associates => Volatile.Read(ref associations);

    /// <summary>Makes something between interpreters learn of this one's end. Once is enough; O(1), and no lock where it is known already.</summary>
    /// <exception cref="InterpreterFinalizingException">The interpreter has told its associates already.</exception>
    internal void Associate(IAssociated associate)
    {
        if (Volatile.Read(ref associations).Contains(associate)) return;
        ImmutableInterlocked.Update(ref associations, static (set, associate) => set.Add(associate), associate);
        if (Phase < InterpreterPhase.Finalizing) return;
        Dissociate(associate);
        throw Unavailable();
    }

    /// <summary>Undoes <see cref="Associate"/>: the associate is gone itself, or has nothing of this interpreter any more.</summary>
    internal void Dissociate(IAssociated associate) =>
        ImmutableInterlocked.Update(ref associations, static (set, associate) => set.Remove(associate), associate);

    /// <summary>Lets go of all: a closed interpreter that somebody still knows must not keep them alive.</summary>
    private void DissociateAll() => Volatile.Write(ref associations, ImmutableHashSet<IAssociated>.Empty);
}
