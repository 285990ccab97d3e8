using System.CommandLine;
using ExplicitContext.Tool.Consoles;

namespace ExplicitContext.Tool.Baselines;

/// <summary>The verb <c>baseline</c>: the recorded debt of projects, which may shrink and may not grow.</summary>
internal static class BaselineCommand
{
    public static Command Create(ToolHost host) => new("baseline", "The recorded debt of projects: it may shrink, and may not grow.")
    {
        CreateVerb.Create(host), CheckVerb.Create(host), PruneVerb.Create(host), MergeVerb.Create(host),
    };
}
