using ExplicitContext.Model.Availability;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>Answers which context type a read wants, and which one of several leads to all of them.</summary>
public sealed class ContextLookup(ContextModel contexts)
{
    private static readonly string[] RuntimeTypes = ["ThreadState", "InterpreterState", "RuntimeState"];
    private readonly Dictionary<(ContextType Held, ContextType Wanted), string?> steps = [];
    private readonly Dictionary<string, ContextType?> byParameterName = new(StringComparer.Ordinal);

    /// <summary>The context type that replaces a read of the accessor, or null where none is known.</summary>
    public ContextType? WantedBy(AmbientAccessor accessor)
    {
        if (accessor.ReplacementRoot is not { } root)
        {
            return accessor.ContextType;
        }

        if (!byParameterName.TryGetValue(root, out var found))
        {
            found = contexts.ConfiguredContextTypes.Concat(Declared(accessor)).Concat(Shipped()).FirstOrDefault(type => type.ParameterName == root);
            byParameterName.Add(root, found);
        }

        return found;
    }

    /// <summary>
    /// The one of some contexts from which all the others can be had, or null where there is none. Of several, the narrowest is the one that
    /// leads to the rest.
    /// </summary>
    public ContextType? Covering(IReadOnlyCollection<ContextType> wanted) =>
        wanted.OrderBy(type => type.ParameterName, StringComparer.Ordinal).FirstOrDefault(candidate => wanted.All(other => Path(candidate, candidate.ParameterName, other) is not null));

    /// <summary>How one writes <paramref name="wanted"/>, given an expression for <paramref name="held"/>; null where there is no way.</summary>
    public string? Path(ContextType held, string expression, ContextType wanted)
    {
        if (!steps.TryGetValue((held, wanted), out var way))
        {
            steps.Add((held, wanted), way = new DerivationFinder(contexts).Lead(new(held.Type, held.Type, "", 0), type => type == wanted)?.Expression);
        }

        return way is null ? null : expression + way;
    }

    private IEnumerable<ContextType> Declared(AmbientAccessor accessor) =>
        SourceTypes.Of(accessor.Symbol.ContainingAssembly).Select(contexts.GetContextType).OfType<ContextType>();

    /// <summary>The contexts of the runtime, where the compilation refers to it.</summary>
    public IEnumerable<ContextType> Shipped() =>
        RuntimeTypes.Select(name => contexts.GetContextType(contexts.Compilation.GetTypeByMetadataName("ExplicitContext.Runtime." + name))).OfType<ContextType>();
}
