using System.Collections.Immutable;
using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Rewriting.Stored;
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
    private readonly IReadOnlyCollection<string> signatures;
    private readonly ImmutableArray<string> literals;
    private readonly Dictionary<ulong, ulong> looked;
    private readonly ulong[] order;
    private readonly ulong declarations;
    private readonly ulong allDeclarations;
    private readonly HashSet<ulong> others;
    private readonly Dictionary<ulong, EditableFile> editable;

    /// <summary>Notes what a result depends on.</summary>
    /// <param name="project">The compilation that it is of.</param>
    /// <param name="reads">What was looked at; its files are not kept.</param>
    /// <param name="result">The result.</param>
    public GenerationOutcome(ProjectFiles project, GenerationReads reads, GeneratedParts result)
    {
        Result = result;
        literals = LiteralsOf(reads.Names);
        names = reads.Names;
        types = reads.Types;
        signatures = reads.Signatures;
        var relevant = project.Files.Where(file => reads.Bodies.Contains(file.Tree) || Concerns(file)).ToList();
        others = [];
        Limits = reads.Editable?.Limits ?? EditLimits.None;
        editable = relevant.Where(file => reads.Editable?.Others.Contains(file.Tree) == false)
            .ToDictionary(file => file.Id, file => new EditableFile(file.Tree.FilePath, file.Facts.DeclarationHash, reads.Editable!.Files.TryGetValue(file.Tree, out var stored) ? stored : StoredFile.None));
        looked = relevant.ToDictionary(file => file.Id, file => project.Index.KeyOf(file.Facts));
        order = [.. relevant.Select(file => file.Id)];
        declarations = DeclarationsIn(project.Index);
        allDeclarations = project.Declarations;
        others.UnionWith(project.Files.Select(file => file.Id).Where(id => !looked.ContainsKey(id)));
    }

    private GenerationOutcome(GenerationOutcome last, ProjectFiles project, ProjectFile file, ulong before, StoredFile stored, GeneratedParts result)
    {
        Result = result;
        (names, types, signatures, literals, declarations, allDeclarations, others) = (last.names, last.types, last.signatures, last.literals, last.declarations, last.allDeclarations, last.others);
        Limits = last.Limits;
        order = [.. last.order.Select(id => id == before ? file.Id : id)];
        looked = new(last.looked);
        looked.Remove(before);
        looked.Add(file.Id, project.Index.KeyOf(file.Facts));
        editable = new(last.editable);
        editable.Remove(before);
        editable.Add(file.Id, new(file.Tree.FilePath, file.Facts.DeclarationHash, stored));
    }

    public GeneratedParts Result { get; }

    /// <summary>What an edit must leave alone.</summary>
    public EditLimits Limits { get; }

    /// <summary>The findings in the files that can be looked at by themselves, but for one.</summary>
    public IEnumerable<GenerationFinding> FindingsBeside(ulong file) => editable.Where(pair => pair.Key != file).SelectMany(pair => pair.Value.Stored.Findings.Items);

    /// <summary>
    /// The one file that is another than it was, where nothing but bodies in it are. Nothing else may be declared anywhere: what was decided for the file was decided by what
    /// it mentions, which is not compared where its text is another.
    /// </summary>
    public FileEdit? EditIn(ProjectFiles project)
    {
        FileEdit? edit = null;
        return project.Declarations == allDeclarations && IsSame(project, IsEdit) ? edit : null;

        bool IsEdit(ProjectFile file, ulong before)
        {
            if (edit is null && editable.TryGetValue(before, out var known) && known.Path == file.Tree.FilePath && known.Declarations == file.Facts.DeclarationHash && Limits.Allow(file))
            {
                edit = new(file, before, known.Stored);
                return true;
            }

            return false;
        }
    }

    /// <summary>The outcome after an edit.</summary>
    public GenerationOutcome After(FileEdit edit, ProjectFiles project, StoredFile stored, GeneratedParts result) => new(this, project, edit.File, edit.Before, stored, result);

    /// <summary>Whether the result is that of another compilation as well.</summary>
    public bool Holds(ProjectFiles project) => IsSame(project, (_, _) => false);

    /// <summary>Whether all that the result depends on is the same in another compilation.</summary>
    /// <param name="project">The other compilation.</param>
    /// <param name="isEdit">Whether a file may stand in the place of one that was looked at.</param>
    private bool IsSame(ProjectFiles project, Func<ProjectFile, ulong, bool> isEdit)
    {
        var at = 0;
        foreach (var file in project.Files)
        {
            var isLooked = looked.TryGetValue(file.Id, out var key);
            if (at < order.Length && (isLooked ? order[at] == file.Id && project.Index.KeyOf(file.Facts) == key : isEdit(file, order[at])))
            {
                at++;
            }
            else if (isLooked || !IsKnownToBeOther(file))
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
        ProjectHash.Sum(names.Select(index.KeyOf)
            .Concat(names.SelectMany(index.OwnNamesOf).Select(index.KeyOf))
            .Concat(types.SelectMany(index.FamilyOf).Select(index.KeyOf))
            .Concat(signatures.SelectMany(index.FamilyOf).Select(index.KeyOfUsesOf)));

    /// <summary>The names of members as code says them that looks members up by reflection.</summary>
    public static ImmutableArray<string> LiteralsOf(IEnumerable<string> names) => [.. names.Where(IsIdentifier).Select(name => $"\"{name}\"")];

    private sealed record EditableFile(string Path, ulong Declarations, StoredFile Stored);

    private static bool IsIdentifier(string name) => name.All(letter => char.IsLetterOrDigit(letter) || letter == '_');
}
