using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Reach.Carrying;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model;

/// <summary>
/// What is a context, an ambient accessor, an entry point in one compilation, by its attributes and by its configuration. Safe for concurrent
/// use; it lives as long as the compilation it was made for.
/// </summary>
public sealed class ContextModel
{
    private readonly ConfigurationIndex index;
    private readonly ConcurrentDictionary<INamedTypeSymbol, ContextType?> contextTypes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, AmbientAccessor?> accessors = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> annotated = new(SymbolEqualityComparer.Default);
    private readonly Lazy<IMethodSymbol?> main;
    private readonly AmbientForwarders forwarders;
    private readonly Lazy<bool> mentioned;
    private readonly Lazy<bool> mayHaveContexts;
    private readonly Lazy<ImmutableArray<ConfigurationProblem>> problems;

    private ContextModel(Compilation compilation, ContextConfiguration configuration, Func<SyntaxTree, bool> mentions, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        forwarders = new(this);
        Configuration = configuration;
        index = new(compilation, configuration);
        main = new(() => compilation.GetEntryPoint(CancellationToken.None));
        mentioned = new(() => compilation.SyntaxTrees.Any(tree => !tree.FilePath.EndsWith(ReachTables.FileName, StringComparison.Ordinal) && mentions(tree)));
        mayHaveContexts = new(() => configuration.Entries.Any(entry => entry.Kind == EntryKind.Context) || mentioned.Value || AnnotatedReferences.Any());
        problems = new(() => index.Problems.AddRange(ScopeEntries.ProblemsOf(index, this)));
        IsEmpty = configuration.Entries.Count == 0
            && ((!AnnotatedReferences.Any() && !mentioned.Value)
                || compilation.GetTypesByMetadataName($"{KnownAttributes.Namespace}.{KnownAttributes.AmbientAccessor}").IsEmpty);
    }

    /// <summary>The compilation that the model speaks of.</summary>
    public Compilation Compilation { get; }

    /// <summary>What the files say, as it stands there.</summary>
    public ContextConfiguration Configuration { get; }

    /// <summary>Whether nothing can be ambient here: no configuration, and neither the code nor what it refers to knows the annotations.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether a referenced assembly that is none of the toolkit's own knows the annotations, so that its members may carry some.</summary>
    public bool HasAnnotatedLibraries => AnnotatedReferences.Any(assembly => assembly.Name != "ExplicitContext.Runtime");

    /// <summary>Whether a referenced assembly knows the annotations, apart from that which declares them.</summary>
    internal bool KnowsAnnotatedReferences => AnnotatedReferences.Any();

    /// <summary>Whether any type can be a context here, or be marked as belonging to one: by configuration, by the code's own annotations, or in a library that knows them.</summary>
    public bool MayHaveContexts => mayHaveContexts.Value;

    /// <summary>Whether the code itself names the annotations anywhere, apart from what is inferred from it.</summary>
    public bool IsToolkitMentioned => mentioned.Value;

    /// <summary>The lines of the configuration that are malformed, name nothing, or have no effect whatever the code.</summary>
    public ImmutableArray<ConfigurationProblem> Problems => problems.Value;

    /// <summary>
    /// The accessors that the user's configuration names one by one. Attributes, wildcards and what packs declare are found where they are used: most of a pack is of no
    /// concern to one project.
    /// </summary>
    public IEnumerable<AmbientAccessor> ConfiguredAccessors =>
        index.ExactSymbols.Where(pair => !pair.Entry.IsOfPack).Select(pair => GetAmbientAccessor(pair.Symbol)).OfType<AmbientAccessor>().Distinct();

    /// <summary>The context types that the configuration names one by one.</summary>
    public IEnumerable<ContextType> ConfiguredContextTypes =>
        index.ExactSymbols.Select(pair => GetContextType(pair.Symbol as ITypeSymbol)).OfType<ContextType>().Distinct();

    /// <summary>Looks the configuration up in a compilation. Costs little; symbols are looked at when they are asked for.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="configuration">What its configuration says.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="mentions">Whether a file names the annotations' namespace, where the caller remembers it; see <see cref="ToolkitMentions"/>.</param>
    public static ContextModel Create(
        Compilation compilation, ContextConfiguration configuration, CancellationToken cancellationToken, Func<SyntaxTree, bool>? mentions = null) =>
        new(compilation, configuration, mentions ?? (tree => ToolkitMentions.In(tree.GetText(cancellationToken))), cancellationToken);

    /// <summary>The context type that a type is, or null.</summary>
    public ContextType? GetContextType(ITypeSymbol? type) =>
        type?.OriginalDefinition is INamedTypeSymbol named ? contextTypes.GetOrAdd(named, FindContextType) : null;

    /// <summary>The ambient accessor that a member is, or null. An accessor method stands for its property; a constructor is one only where the configuration names <c>#ctor</c>.</summary>
    public AmbientAccessor? GetAmbientAccessor(ISymbol? member)
    {
        member = member?.Owner().OriginalDefinition;
        return member is { IsStatic: true, ContainingType: not null } and (IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: not MethodKind.LocalFunction } or IEventSymbol) || (index.NamesConstructors && IsConstructor(member))
            ? accessors.GetOrAdd(member!, FindAccessor)
            : null;
    }

    /// <summary>
    /// What a static member forwards to that is an ambient accessor in all but name; null where it is none, or is declared to be one. Reach knows declared accessors only: it
    /// follows a forwarder like any other member.
    /// </summary>
    public AmbientForwarder? GetForwarder(ISymbol? member)
    {
        member = member?.Owner().OriginalDefinition;
        return member is not null && forwarders.IsCandidate(member) ? forwarders.Find(member) : null;
    }

    /// <summary>Whether a symbol is, or is inside of, an entry point: <c>[ContextEntry]</c>, <c>Main</c>, or an ambient accessor itself.</summary>
    public bool IsEntryPoint(ISymbol? symbol) => IsBoundary(symbol) || Outward(symbol).Any(outer => GetAmbientAccessor(outer) is not null);

    /// <summary>Whether a symbol is, or is inside of, what may read the ambient and hand the context on: <c>[ContextEntry]</c> or <c>Main</c>.</summary>
    public bool IsBoundary(ISymbol? symbol) => Outward(symbol).Any(outer =>
        Is(outer, KnownAttributes.ContextEntry, EntryKind.Entry) || SymbolEqualityComparer.Default.Equals(outer, main.Value));

    /// <summary>The audit by which a static member is process-global on purpose, complete or not; null where there is none.</summary>
    public Audit? GetAudit(ISymbol member) => GetDeclaredAudit(member) ?? index.Find(member.OriginalDefinition, EntryKind.Audited)?.Audit;

    /// <summary>The audit that a member declares itself, by <c>[AuditedStatic]</c>.</summary>
    public static Audit? GetDeclaredAudit(ISymbol member) =>
        KnownAttributes.Find(member, KnownAttributes.AuditedStatic) is { } attribute
            ? new(attribute.NamedString("Owner"), attribute.NamedString("Reason"), attribute.NamedString("Until"))
            : null;

    /// <summary>Whether context-passing overloads are asked for on the symbol, on a type around it, or on its assembly.</summary>
    public bool IsPassedContext(ISymbol symbol) =>
        Outward(symbol).Any(outer => Is(outer, KnownAttributes.PassContext, EntryKind.Pass))
        || Has(symbol.ContainingAssembly, KnownAttributes.PassContext);

    /// <summary>Whether the instances of a type hold a context for their whole life.</summary>
    public bool IsCarrier(INamedTypeSymbol type) => Is(type, KnownAttributes.ContextCarrier, EntryKind.Carrier);

    /// <summary>Whether an assembly may carry annotations. Most do not; asking for the attributes of their symbols would cost for nothing.</summary>
    public bool IsAnnotated(IAssemblySymbol? assembly) => assembly is not null && annotated.GetOrAdd(assembly, asked =>
        (mentioned.Value || !SymbolEqualityComparer.Default.Equals(asked, Compilation.Assembly)) && ToolkitMentions.In(asked));

    /// <summary>The referenced assemblies that know the annotations, apart from that which declares them.</summary>
    private IEnumerable<IAssemblySymbol> AnnotatedReferences =>
        Compilation.SourceModule.ReferencedAssemblySymbols.Where(assembly => assembly.Name != KnownAttributes.Assembly && IsAnnotated(assembly));

    private static IEnumerable<ISymbol> Outward(ISymbol? symbol)
    {
        for (; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if ((symbol as IMethodSymbol)?.AssociatedSymbol is { } associated)
            {
                yield return associated;
            }

            yield return symbol;
        }
    }

    private bool Is(ISymbol symbol, string attribute, EntryKind kind) =>
        Has(symbol, attribute) || index.Find(symbol.OriginalDefinition, kind) is not null;

    private bool Has(ISymbol? symbol, string attribute) =>
        symbol is not null && IsAnnotated(symbol as IAssemblySymbol ?? symbol.ContainingAssembly) && KnownAttributes.Find(symbol, attribute) is not null;

    private ContextType? FindContextType(INamedTypeSymbol type)
    {
        if (index.Find(type, EntryKind.Context) is { } entry)
        {
            return new(type, entry.Scope ?? Camel(type.Name), entry.ParameterName ?? Camel(type.Name)) { IsOfPack = entry.IsOfPack };
        }

        if (!IsAnnotated(type.ContainingAssembly))
        {
            return null;
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (KnownAttributes.Is(attribute.AttributeClass, KnownAttributes.ContextType))
            {
                var scope = attribute.ConstructorArguments.FirstOrDefault().Value as string;
                return new(type, scope ?? Camel(type.Name), attribute.NamedString("ParameterName") ?? Camel(type.Name));
            }

            if (Shipped(attribute.AttributeClass) is var (shippedScope, name))
            {
                return new(type, shippedScope, name);
            }
        }

        return null;
    }

    private static (string Scope, string ParameterName)? Shipped(INamedTypeSymbol? attribute) =>
        KnownAttributes.Is(attribute, KnownAttributes.ThreadState) ? ("thread", "tstate")
        : KnownAttributes.Is(attribute, KnownAttributes.InterpreterState) ? ("interpreter", "interp")
        : KnownAttributes.Is(attribute, KnownAttributes.RuntimeState) ? ("process", "runtime")
        : null;

    private AmbientAccessor? FindAccessor(ISymbol member)
    {
        var entry = index.Find(member, EntryKind.Ambient);
        if (IsConstructor(member) && entry?.Id.Contains(".#ctor") != true)
        {
            return null;
        }

        var attribute = IsAnnotated(member.ContainingAssembly) ? KnownAttributes.Find(member, KnownAttributes.AmbientAccessor) : null;
        if (entry is null && attribute is null)
        {
            return null;
        }

        // The name of the context that it yields says no more than its type does.
        var context = GetContextType(YieldedType(member));
        var replacedBy = entry?.ReplacedBy ?? attribute?.NamedString("ReplacedBy");
        return new(member, context, replacedBy == context?.ParameterName ? null : replacedBy)
        {
            EnteredBy = entry?.EnteredBy ?? attribute?.NamedString("EnteredBy"),
            Level = entry?.Level,
            Message = entry?.Message,
        };
    }

    private static bool IsConstructor(ISymbol? member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor };

    private static ITypeSymbol? YieldedType(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    private static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);
}
