using System.Collections.Immutable;

namespace ExplicitContext.Runtime;

/// <summary>
/// How one interpreter sends objects of types that nobody can mark <c>[Shareable]</c>. What it sends is copied by its own registry; other interpreters
/// have theirs.
/// </summary>
/// <remarks>
/// <para>Threading: all members may be called from any thread. A copier that is being removed may still finish what it has begun.</para>
/// <para>Source: CPython <c>_PyXIData_RegisterClass</c>, whose registry of heap types is per interpreter since gh-110310.</para>
/// </remarks>
public sealed class CopierRegistry
{
    [GuardedBy("atomic")]
    private ImmutableDictionary<Type, ICopier> copiers = ImmutableDictionary<Type, ICopier>.Empty;

    internal CopierRegistry()
    {
    }

    /// <summary>Registers what makes the receiver's object.</summary>
    /// <typeparam name="T">The exact type; objects of types that derive from it are not covered.</typeparam>
    /// <param name="copy">
    /// Runs inside the sender, under no other lock, so it may use the runtime. What it returns goes to the receiver as it is and must have nothing that can
    /// change in common with the original. What it throws comes out of the send; nothing is sent then.
    /// </param>
    /// <returns>Disposing of it removes the copier again. A second time does nothing.</returns>
    /// <exception cref="InvalidOperationException">There is a copier for the type already.</exception>
    /// <exception cref="ArgumentException">Objects of the type cross without a copier, or there are none of exactly this type.</exception>
    public IDisposable Register<T>(Func<T, T> copy)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(copy);
        var type = typeof(T);
        if (type.IsInterface || type.IsAbstract) throw new ArgumentException($"No object is of exactly the type {type}; register copiers for the types of the objects.", nameof(copy));
        if (Route<T>.IsFree || Shareables.IsGeneratedFor(type) || type.IsAssignableTo(typeof(Delegate)) || type.IsAssignableTo(typeof(ITransferable)))
            throw new ArgumentException($"How {type} crosses is settled; a copier would not be asked.", nameof(copy));

        var copier = new Copier<T>(copy);
        if (!ImmutableInterlocked.TryAdd(ref copiers, type, copier)) throw new InvalidOperationException($"There is a copier for {type} in this interpreter already; dispose of its registration first.");
        return new Registration(this, type, copier);
    }

    internal ICopier? Find(Type type) => Volatile.Read(ref copiers).GetValueOrDefault(type);

    private void Remove(Type type, ICopier copier) => ImmutableInterlocked.Update(
        ref copiers,
        static (all, gone) => all.TryGetValue(gone.type, out var found) && found == gone.copier ? all.Remove(gone.type) : all,
        (type, copier));

    internal interface ICopier
    {
        object Copy(object original);
    }

    private sealed class Copier<T>(Func<T, T> copy) : ICopier
        where T : notnull
    {
        public object Copy(object original) =>
            copy((T)original) ?? throw new InvalidOperationException($"The copier of {typeof(T)} returned null.");
    }

    private sealed class Registration(CopierRegistry registry, Type type, ICopier copier) : IDisposable
    {
        public void Dispose() => registry.Remove(type, copier);
    }
}
