using Mono.Cecil;

namespace ExplicitContext.Oracle.Tests.Il;

/// <summary>The call graph of built assemblies, walked from an accessor to everything that reaches it.</summary>
internal sealed class IlGraph
{
    private readonly IlProgram program;
    private readonly Dictionary<MethodDefinition, IReadOnlyList<IlCall>> calls = [];
    private readonly Dictionary<MethodDefinition, HashSet<MethodDefinition>> callers = [];
    private readonly HashSet<MethodDefinition> entries = [];

    public IlGraph(IlProgram program, IReadOnlySet<string> configuredEntries)
    {
        this.program = program;
        foreach (var method in program.Types.SelectMany(type => type.Methods))
        {
            calls.Add(method, IlCalls.Of(method));
            foreach (var call in calls[method].Where(call => call.Method is not null))
            {
                foreach (var target in call.IsDispatched ? program.Targets(call.Method!, call.Receivers, call.IsExact) : [call.Method!])
                {
                    if (!callers.TryGetValue(target, out var from))
                        callers.Add(target, from = []);
                    from.Add(method);
                }
            }

            if (IsEntry(method) || configuredEntries.Contains(IlKeys.Of(method)))
                entries.Add(method);
        }

        entries.UnionWith(program.EntryPoints);
    }

    public IEnumerable<MethodDefinition> Methods => calls.Keys;

    public IReadOnlyList<IlCall> CallsOf(MethodDefinition method) => calls[method];

    /// <summary>The methods that reach an accessor, each with the one that it reaches it through; null for those that use it themselves.</summary>
    /// <param name="accessor">Whether a method or a static field is the accessor.</param>
    /// <param name="leftOut">Edges that do not count, each from the caller to what it calls.</param>
    public IReadOnlyDictionary<MethodDefinition, MethodDefinition?> Reach(Func<IlCall, bool> accessor, IReadOnlySet<(MethodDefinition, MethodDefinition?)> leftOut)
    {
        var reached = new Dictionary<MethodDefinition, MethodDefinition?>();
        var open = new Queue<MethodDefinition>();
        foreach (var (method, made) in calls)
        {
            if (made.Any(accessor) && !leftOut.Contains((method, null)))
            {
                reached.Add(method, null);
                open.Enqueue(method);
            }
        }

        while (open.TryDequeue(out var at))
        {
            if (entries.Contains(at))
                continue;
            foreach (var caller in callers.TryGetValue(at, out var from) ? from : [])
            {
                if (!leftOut.Contains((caller, at)) && reached.TryAdd(caller, at))
                    open.Enqueue(caller);
            }
        }

        return reached;
    }

    private static bool IsEntry(MethodDefinition method)
    {
        var member = (ICustomAttributeProvider?)method.DeclaringType.Properties.FirstOrDefault(property => property.GetMethod == method || property.SetMethod == method)
            ?? method.DeclaringType.Events.FirstOrDefault(@event => @event.AddMethod == method || @event.RemoveMethod == method);
        if (HasEntry(method) || (member is not null && HasEntry(member)))
            return true;
        for (var type = method.DeclaringType; type is not null; type = type.DeclaringType)
        {
            if (HasEntry(type))
                return true;
        }

        return false;
    }

    private static bool HasEntry(ICustomAttributeProvider member) =>
        member.HasCustomAttributes && member.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == "ExplicitContext.ContextEntryAttribute");
}
