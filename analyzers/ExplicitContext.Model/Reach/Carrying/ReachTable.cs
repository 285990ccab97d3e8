using System.Collections.Immutable;
using System.Text;

namespace ExplicitContext.Model.Reach.Carrying;

/// <summary>
/// The text in which an assembly carries who reaches the accessors of a type: a member needs one line, however many of them it reaches, and leads to the nearest. A version; then, for
/// each type, a line with its name and an indented line a member: <c>M:Visit(Node) &gt; M:Game.Reader.Next</c>. A dot before the next member stands for the same type, <c>~&gt;</c> for
/// an override, <c>=</c> for the accessor that is read; what belongs to another assembly begins with its name and a slash.
/// </summary>
/// <param name="DeclaringType">The key of the type that declares the accessors.</param>
/// <param name="Text">The members.</param>
public sealed record ReachTable(string DeclaringType, string Text)
{
    private const string Version = "2";

    /// <summary>Writes the table of a type's accessors for an assembly. The order of the lines does not matter.</summary>
    public static ReachTable Create(string declaringType, string assembly, IEnumerable<ReachLine> lines)
    {
        var text = new StringBuilder(Version).Append('\n');
        var groups = lines
            .Select(line => (Id: MemberId.Parse(line.Key)!, Line: line))
            .GroupBy(entry => (entry.Id.Assembly == assembly ? "" : entry.Id.Assembly + "/") + entry.Id.Type)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            text.Append(group.Key).Append('\n');
            foreach (var line in group.Select(entry => Write(entry.Id, entry.Line, assembly)).OrderBy(line => line, StringComparer.Ordinal))
            {
                text.Append(line).Append('\n');
            }
        }

        return new(declaringType, text.ToString());
    }

    /// <summary>Reads the lines back. A text of another version, or one that is no table, yields none.</summary>
    /// <param name="assembly">The assembly that carries the table.</param>
    public ImmutableArray<ReachLine> Read(string assembly)
    {
        var lines = Text.Split('\n');
        var read = ImmutableArray.CreateBuilder<ReachLine>();
        string? type = null;
        foreach (var line in lines[0] == Version ? lines.Skip(1).Where(line => line.Length > 0) : [])
        {
            if (line[0] != ' ')
            {
                type = line;
            }
            else if (type is null || Parse(line, type, assembly) is not { } member)
            {
                return [];
            }
            else
            {
                read.Add(member);
            }
        }

        return read.ToImmutable();
    }

    private static string Write(MemberId id, ReachLine line, string assembly)
    {
        var next = MemberId.Parse(line.NextKey)!;
        var target = line.Step == ReachStep.Reads ? $"{next.Kind}:{next.Member}"
            : next.Type == id.Type && next.Assembly == id.Assembly ? $".{next.Kind}:{next.Member}"
            : next.Assembly == assembly ? MemberKeys.DocumentationIdOf(line.NextKey)
            : line.NextKey;
        return $" {id.Kind}:{id.Member}{Arrow(line.Step)}{target}";
    }

    private static string Arrow(ReachStep step) => step switch
    {
        ReachStep.Calls => " > ",
        ReachStep.Dispatches => " ~> ",
        _ => " = ",
    };

    private ReachLine? Parse(string line, string type, string assembly)
    {
        foreach (var step in new[] { ReachStep.Dispatches, ReachStep.Calls, ReachStep.Reads })
        {
            if (line.IndexOf(Arrow(step), StringComparison.Ordinal) is var at and > 0)
            {
                var owner = type.IndexOf('/') < 0 ? assembly + "/" : type.Substring(0, type.IndexOf('/') + 1);
                var name = type.Substring(type.IndexOf('/') + 1);
                return Join(owner, line.Substring(1, at - 1), name) is { } key
                    && Target(line.Substring(at + Arrow(step).Length), step, owner, name, assembly) is { } next
                    && MemberId.Parse(next) is not null
                        ? new(key, next, step)
                        : null;
            }
        }

        return null;
    }

    private string? Target(string text, ReachStep step, string owner, string type, string assembly) =>
        step == ReachStep.Reads ? Join(DeclaringType.Substring(0, DeclaringType.IndexOf('/') + 1), text, MemberKeys.DocumentationIdOf(DeclaringType).Substring(2))
        : text.StartsWith(".", StringComparison.Ordinal) ? Join(owner, text.Substring(1), type)
        : text.IndexOf('/') < 0 ? $"{assembly}/{text}"
        : text;

    private static string? Join(string owner, string member, string type) =>
        member.Length > 2 && member[1] == ':' ? $"{owner}{member[0]}:{type}.{member.Substring(2)}" : null;
}
