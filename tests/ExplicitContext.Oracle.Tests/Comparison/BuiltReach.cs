using ExplicitContext.Oracle.Tests.Il;
using Mono.Cecil;

namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>What the built assemblies say. Knows nothing of the sources, and nothing of the toolkit.</summary>
internal sealed class BuiltReach : IDisposable
{
    private readonly IlProgram program;

    public BuiltReach(CodeBase code)
    {
        program = new IlProgram(code.Emit(), code.ReferenceFolders);
        var entries = code.Configuration.Split('\n').Select(line => line.Split('#')[0].Split(';')).Where(parts => parts.Length > 1 && parts[1].Trim() == "entry").Select(parts => parts[0].Trim());
        Graph = new IlGraph(program, code.Compilations.SelectMany(compilation => entries.Select(entry => $"{compilation.AssemblyName}/{entry}")).ToHashSet());
        Methods = Graph.Methods.Where(IsWritten).GroupBy(IlKeys.Of).ToDictionary(group => group.Key, group => group.First());
    }

    public IlGraph Graph { get; }

    /// <summary>The methods that have a counterpart in the sources.</summary>
    public IReadOnlyDictionary<string, MethodDefinition> Methods { get; }

    public IReadOnlyDictionary<MethodDefinition, MethodDefinition?> Reach(string accessorKey, IReadOnlySet<(MethodDefinition, MethodDefinition?)> leftOut)
    {
        var (assembly, id) = (accessorKey.Split('/')[0], accessorKey.Split('/')[1]);
        return Graph.Reach(call => (call.Field is not null && IlKeys.Of(call.Field) == accessorKey) || (call.Method is not null && Names(call.Method, assembly, id)), leftOut);
    }

    /// <summary>The chain from a method to the accessor, those of the compiler's making included.</summary>
    public static string ChainFrom(IReadOnlyDictionary<MethodDefinition, MethodDefinition?> reach, MethodDefinition method)
    {
        var chain = new List<string>();
        for (MethodDefinition? at = method; at is not null; at = reach[at])
            chain.Add(IlKeys.Of(at));
        return string.Join(" > ", chain);
    }

    public void Dispose() => program.Dispose();

    private static bool Names(MethodDefinition method, string assembly, string id)
    {
        if (method.Module.Assembly.Name.Name != assembly)
            return false;
        var key = IlKeys.Of(method)[(assembly.Length + 1)..];
        return id[0] == 'M' ? key == id
            : method.IsSpecialName && method.Name.IndexOf('_', StringComparison.Ordinal) is var underscore and > 0
                && key.Split('(')[0].Replace("." + method.Name, "." + method.Name[(underscore + 1)..])[2..] == id[2..].Split('(')[0] && method.Name[..underscore] is "get" or "set" or "add" or "remove";
    }

    private static bool IsWritten(MethodDefinition method) =>
        !IlProgram.IsHelper(method.DeclaringType) && (method.Name[0] != '<' || method.Name is "<Clone>$" or "<Main>$");
}
