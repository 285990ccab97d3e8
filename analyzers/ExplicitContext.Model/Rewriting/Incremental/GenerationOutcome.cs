using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>
/// The result for one compilation, and what must be so in another one for it to have the same. How a file binds depends on its text and on the declarations of the names
/// that it mentions; so it is enough that the files that were looked at are the same, that these declarations are, and that no other file has come to mention a name that
/// would have to be looked at. Holds values, and numbers that stand for files.
/// </summary>
internal sealed class GenerationOutcome
{
    private readonly IReadOnlyCollection<string> names;
    private readonly IReadOnlyCollection<string> types;
    private readonly string[] literals;
    private readonly Dictionary<ulong, ulong> looked;
    private readonly ulong[] order;
    private readonly ulong declarations;
    private readonly HashSet<ulong> others = [];

    /// <summary>Notes what a result depends on.</summary>
    /// <param name="project">The compilation that it is of.</param>
    /// <param name="reads">What was looked at; its files are not kept.</param>
    /// <param name="result">The result.</param>
    public GenerationOutcome(ProjectFiles project, GenerationReads reads, GeneratedParts result)
    {
        Result = result;
        literals = [.. reads.Names.Where(IsIdentifier).Select(name => $"\"{name}\"")];
        names = reads.Names;
        types = reads.Types;
        var relevant = project.Files.Where(file => reads.Bodies.Contains(file.Tree) || Concerns(file)).ToList();
        looked = relevant.ToDictionary(file => file.Id, file => project.Index.KeyOf(file.Facts));
        order = [.. relevant.Select(file => file.Id)];
        declarations = DeclarationsIn(project.Index);
        others.UnionWith(project.Files.Select(file => file.Id).Where(id => !looked.ContainsKey(id)));
    }

    public GeneratedParts Result { get; }

    /// <summary>Whether the result is that of another compilation as well.</summary>
    public bool Holds(ProjectFiles project)
    {
        var at = 0;
        foreach (var file in project.Files)
        {
            if (looked.TryGetValue(file.Id, out var key))
            {
                if (at == order.Length || order[at++] != file.Id || project.Index.KeyOf(file.Facts) != key)
                {
                    return false;
                }
            }
            else if (!IsKnownToBeOther(file))
            {
                return false;
            }
        }

        return at == order.Length && declarations == DeclarationsIn(project.Index);
    }

    private bool IsKnownToBeOther(ProjectFile file)
    {
        lock (others)
        {
            if (others.Contains(file.Id))
            {
                return true;
            }
        }

        if (Concerns(file))
        {
            return false;
        }

        lock (others)
        {
            others.Add(file.Id);
        }

        return true;
    }

    /// <summary>Whether a file uses or declares a name that matters, or could look for one by reflection. Every type declares what <c>new()</c> may construct; its own name tells more.</summary>
    private bool Concerns(ProjectFile file) =>
        file.Facts.Mentions.Items.Any(names.Contains)
        || file.Facts.Declarations.Items.Any(declared => declared.Name != ImpliedNames.AnyConstruction && names.Contains(declared.Name))
        || (literals.Length > 0 && file.Tree.GetText().ContainsAny(literals));

    private ulong DeclarationsIn(DeclarationIndex index) =>
        ProjectHash.Sum(names.Select(index.KeyOf).Concat(names.SelectMany(index.OwnNamesOf).Select(index.KeyOf)).Concat(types.SelectMany(index.FamilyOf).Select(index.KeyOf)));

    private static bool IsIdentifier(string name) => name.All(letter => char.IsLetterOrDigit(letter) || letter == '_');
}
