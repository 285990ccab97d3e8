using System.Collections.Immutable;
using System.Text;

namespace ExplicitContext.Model.Reach.Carrying;

/// <summary>
/// The text in which an assembly carries who reaches an accessor. A version; then, for each type, a line with its name and an indented line a
/// member: <c>M:Visit(Node) &gt; M:Game.Reader.Next</c>. A dot before the next member stands for the same type, <c>~&gt;</c> for an override, nothing for a direct
/// read; what belongs to another assembly begins with its name and a slash.
/// </summary>
/// <param name="Accessor">The accessor's key.</param>
/// <param name="Text">The members.</param>
public sealed record ReachTable(string Accessor, string Text)
{
    private const string Version = "1";
    private const string Calls = " > ";
    private const string Dispatches = " ~> ";

    /// <summary>Writes the table of an accessor for an assembly. The order of the lines does not matter.</summary>
    public static ReachTable Create(string accessor, string assembly, IEnumerable<ReachLine> lines)
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

        return new(accessor, text.ToString());
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
        var member = $" {id.Kind}:{id.Member}";
        if (line.NextKey is null || MemberId.Parse(line.NextKey) is not { } next)
        {
            return member;
        }

        var target = next.Type == id.Type && next.Assembly == id.Assembly ? $".{next.Kind}:{next.Member}"
            : next.Assembly == assembly ? MemberKeys.DocumentationIdOf(line.NextKey)
            : line.NextKey;
        return member + (line.IsDispatched ? Dispatches : Calls) + target;
    }

    private static ReachLine? Parse(string line, string type, string assembly)
    {
        var isDispatched = line.IndexOf(Dispatches, StringComparison.Ordinal) > 0;
        var arrow = isDispatched ? Dispatches : Calls;
        var at = line.IndexOf(arrow, StringComparison.Ordinal);
        var member = at < 0 ? line.Substring(1) : line.Substring(1, at - 1);
        var owner = type.IndexOf('/') < 0 ? assembly + "/" : type.Substring(0, type.IndexOf('/') + 1);
        type = type.Substring(type.IndexOf('/') + 1);
        if (Join(owner, member, type) is not { } key)
        {
            return null;
        }

        if (at < 0)
        {
            return new(key, null);
        }

        var target = line.Substring(at + arrow.Length);
        var next = target.StartsWith(".", StringComparison.Ordinal) ? Join(owner, target.Substring(1), type)
            : target.IndexOf('/') < 0 ? $"{assembly}/{target}"
            : target;
        return next is not null && MemberId.Parse(next) is not null ? new(key, next, isDispatched) : null;
    }

    private static string? Join(string owner, string member, string type) =>
        member.Length > 2 && member[1] == ':' ? $"{owner}{member[0]}:{type}.{member.Substring(2)}" : null;
}
