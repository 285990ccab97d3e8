using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ExplicitContext.Model.Rewriting;

namespace ExplicitContext.Model.Incremental;

/// <summary>
/// All that the files of a compilation declare, joined by name. How a file binds can change only when the effective declaration of a name changes
/// that the file mentions: the declarations of that name, and the headers of the types that their signatures lead to. Safe for concurrent use.
/// </summary>
public sealed class DeclarationIndex
{
    private readonly Dictionary<string, Joined> declarations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Joined> headers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ulong> effective = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ulong> closures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ulong> uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> derived = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> bases = new(StringComparer.Ordinal);
    private readonly HashSet<string> types = new(StringComparer.Ordinal);
    private readonly HashSet<string> aliases = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<TreeFacts, object> keys = new();
    private readonly Lazy<ILookup<string, string>> ownNames;
    private readonly HashSet<string> globalMentions = new(StringComparer.Ordinal);

    /// <summary>Joins the declarations of files; their order does not matter.</summary>
    public DeclarationIndex(IEnumerable<TreeFacts> trees)
    {
        ownNames = new(() => declarations.Keys.SelectMany(name => OwnNames.UsualIn(name).Select(usual => (usual, name))).ToLookup(pair => pair.usual, pair => pair.name, StringComparer.Ordinal));
        var namespaces = new HashSet<(string, ulong)>();
        foreach (var tree in trees)
        {
            foreach (var declaration in tree.Declarations)
            {
                if (!declaration.IsNamespace || namespaces.Add((declaration.Name, declaration.Hash)))
                {
                    Join(declarations, declaration.Name).Add(declaration.Hash, declaration.Types);
                }
            }

            foreach (var header in tree.Headers)
            {
                Join(headers, header.Name).Add(header.Hash, header.Types);
                (header.IsAlias ? aliases : types).Add(header.Name);
                foreach (var inherited in header.Bases)
                {
                    SetOf(derived, inherited).Add(header.Name);
                    SetOf(bases, header.Name).Add(inherited);
                }
            }

            globalMentions.UnionWith(tree.GlobalMentions.Items);
        }
    }

    /// <summary>The names in global usings.</summary>
    public IReadOnlyCollection<string> GlobalMentions => globalMentions;

    /// <summary>What the binding of a file depends on, of all that is declared in the compilation.</summary>
    public ulong KeyOf(TreeFacts tree) => (ulong)keys.GetValue(tree, file => ComputeKey(file));

    /// <summary>The same for code that mentions one name. Zero for a name that nobody declares.</summary>
    public ulong KeyOf(string name) => effective.GetOrAdd(name, ComputeKey);

    /// <summary>What is declared with a type in its signature, wherever it is: who holds objects of the type, or yields them.</summary>
    public ulong KeyOfUsesOf(string type) => uses.GetOrAdd(type, name => declarations
        .Where(declared => declared.Key != ImpliedNames.AnyConstruction && declared.Value.Types.Contains(name))
        .Aggregate(0UL, (sum, declared) => sum + new Fingerprint(Fingerprint.Of(declared.Key)).Add(declared.Value.Hash).Value));

    /// <summary>The declared names that overloads of a member would have which cannot have the usual one.</summary>
    public IEnumerable<string> OwnNamesOf(string usual) => ownNames.Value[usual];

    /// <summary>The names of all types and aliases, and of what they derive from.</summary>
    public IEnumerable<string> TypeNames => headers.Keys.Concat(derived.Keys);

    /// <summary>Whether a name is that of a type here, and no alias, so that what it derives from is known as far as it stands here.</summary>
    public bool IsType(string name) => types.Contains(name) && !aliases.Contains(name);

    /// <summary>Whether a name is that of an alias.</summary>
    public bool IsAlias(string name) => aliases.Contains(name);

    /// <summary>A type with its aliases and all types that derive from it: through their names its static members can be called.</summary>
    public IReadOnlyCollection<string> FamilyOf(string type) => Reachable([type], name => derived.TryGetValue(name, out var found) ? found : []);

    /// <summary>All types above one of the family: in their code, an object or a type around it may be of the family too.</summary>
    public IReadOnlyCollection<string> RelativesOf(string type) => Reachable(FamilyOf(type), name => bases.TryGetValue(name, out var found) ? found : []);

    private ulong ComputeKey(TreeFacts tree) => tree.Mentions.Items.Concat(globalMentions).Aggregate(0UL, (sum, name) => sum + KeyOf(name));

    private ulong ComputeKey(string name)
    {
        var hash = closures.GetOrAdd(name, Closure);
        if (declarations.TryGetValue(name, out var joined))
        {
            // A construction that names no type depends on what constructors take, not on how many there are.
            hash += name == ImpliedNames.AnyConstruction ? 0 : new Fingerprint(Fingerprint.Of(name)).Add(joined.Hash).Value;
            foreach (var type in joined.Types)
            {
                hash += closures.GetOrAdd(type, Closure);
            }
        }

        return hash;
    }

    private ulong Closure(string type)
    {
        var hash = 0UL;
        foreach (var reached in headers.ContainsKey(type) ? Reachable([type], name => headers.TryGetValue(name, out var header) ? header.Types : []) : [])
        {
            hash += headers.TryGetValue(reached, out var header) ? new Fingerprint(Fingerprint.Of(reached)).Add(header.Hash).Value : 0;
        }

        return hash;
    }

    private static HashSet<string> Reachable(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var reached = new HashSet<string>(from, StringComparer.Ordinal);
        var open = new Stack<string>(reached);
        while (open.Count > 0)
        {
            foreach (var name in next(open.Pop()))
            {
                if (reached.Add(name))
                {
                    open.Push(name);
                }
            }
        }

        return reached;
    }

    private static Joined Join(Dictionary<string, Joined> all, string name)
    {
        if (!all.TryGetValue(name, out var joined))
        {
            all.Add(name, joined = new());
        }

        return joined;
    }

    private static HashSet<string> SetOf(Dictionary<string, HashSet<string>> sets, string name)
    {
        if (!sets.TryGetValue(name, out var set))
        {
            sets.Add(name, set = new(StringComparer.Ordinal));
        }

        return set;
    }

    private sealed class Joined
    {
        public ulong Hash { get; private set; }

        public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

        public void Add(ulong hash, EquatableArray<string> types)
        {
            Hash += new Fingerprint(hash).Add(1).Value;
            Types.UnionWith(types.Items);
        }
    }
}
