using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>What one generation looked at: the files whose bodies it bound, the names that it would have to look at wherever they stand, and the types whose derived types count.</summary>
/// <param name="Bodies">The bodies in the closure, by file.</param>
/// <param name="Names">Names of members and constructs: a file that mentions or declares one may change the result.</param>
/// <param name="Types">The names of the types that declare what is called.</param>
/// <param name="Signatures">The names of contexts, and of the attributes that make contexts and accessors: whatever is declared with one in its signature may change the result.</param>
/// <param name="Editable">What is left for edits of one file; null where nothing is.</param>
internal sealed record GenerationReads(ILookup<SyntaxTree, SyntaxNode> Bodies, IReadOnlyCollection<string> Names, IReadOnlyCollection<string> Types, IReadOnlyCollection<string> Signatures, EditableFiles? Editable)
{
    private static readonly ImmutableArray<string> Always = ["PassContext", "PassContextAttribute", "InternalsVisibleTo", "InternalsVisibleToAttribute", "Main"];

    private static readonly ImmutableArray<string> Marks =
    [
        .. new[] { KnownAttributes.ContextType, KnownAttributes.RuntimeState, KnownAttributes.InterpreterState, KnownAttributes.ThreadState, KnownAttributes.AmbientAccessor }
            .SelectMany(attribute => new[] { attribute, attribute.Substring(0, attribute.Length - nameof(Attribute).Length) }),
    ];

    /// <summary>Of a compilation in which nothing is asked for.</summary>
    public static GenerationReads Nothing => new(Enumerable.Empty<SyntaxNode>().ToLookup(body => body.SyntaxTree), Always, [], [], null);

    /// <summary>What the last draft of a run looked at.</summary>
    /// <param name="closure">Whom it is about.</param>
    /// <param name="planner">What was decided.</param>
    /// <param name="contexts">What is a context.</param>
    /// <param name="run">Which contexts the project has.</param>
    /// <param name="reported">Names on which it depends what was reported.</param>
    /// <param name="editable">What is left for edits of one file; null where nothing is.</param>
    public static GenerationReads Of(Closure closure, Planner planner, ContextModel contexts, GenerationRun run, IEnumerable<string> reported, EditableFiles? editable)
    {
        var names = new HashSet<string>(Always.Concat(reported), StringComparer.Ordinal);
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in closure.Members)
        {
            names.UnionWith(NamesOf(member, closure.ReachingFacts(member) is not null));
            types.Add(member.ContainingType.Name);
        }

        // An entry point that gets an overload stands for it, whatever that is called.
        foreach (var root in closure.Bodies.SelectMany(body => body.Calls).Select(call => call.Callee).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).Where(contexts.IsEntryPoint))
        {
            names.UnionWith(NamesOf(root, isReaching: false));
            types.Add(root.ContainingType.Name);
        }

        names.UnionWith(planner.TriedNames);
        var accessors = closure.Accessors.Concat(contexts.ConfiguredAccessors).ToList();
        names.UnionWith(accessors.Select(accessor => accessor.Symbol.Name));
        names.UnionWith(accessors.Select(closure.Scopes.Of).OfType<AmbientScope>().Select(scope => scope.Method.Name));
        var wanted = closure.Bodies.SelectMany(body => body.Reads).Select(read => read.Wanted?.Type.Name).OfType<string>();
        return new(closure.Bodies.Select(body => body.Declaration).ToLookup(body => body.SyntaxTree), names, types, [.. run.Contexts.Names.Union(wanted).Concat(Marks)], editable);
    }

    /// <summary>The names by which a member is used.</summary>
    public static IEnumerable<string> NamesOf(IMethodSymbol member, bool isReaching) => member.MethodKind switch
    {
        // Nothing is added to what reaches nothing, so it does not matter who constructs it.
        MethodKind.Constructor or MethodKind.StaticConstructor when !isReaching => [member.ContainingType.Name],
        MethodKind.Constructor or MethodKind.StaticConstructor => [ImpliedNames.Construction(member.ContainingType.Name), ImpliedNames.ConstructionOfBase(member.ContainingType.Name), ImpliedNames.AnyConstruction, member.ContainingType.Name],
        _ when member.AssociatedSymbol is IPropertySymbol { IsIndexer: true } => [ImpliedNames.Indexer],
        _ => new[] { MemberNames.Simple(member.Owner()), OverloadShape.NameFor(member) }.SelectMany(name => new[] { name, ImpliedNames.CallOn(name) }),
    };
}
