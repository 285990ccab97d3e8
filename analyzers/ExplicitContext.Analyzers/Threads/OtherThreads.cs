using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>The calls of the framework that run what they are given on another thread, or on whichever thread comes along later.</summary>
internal static class OtherThreads
{
    // By type: the methods, or all of them where none is named; ".ctor" stands for the constructors.
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Calls = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, ImmutableArray<string>>
        {
            ["System.Threading.Tasks.Task"] = [".ctor", "Run", "ContinueWith"],
            ["System.Threading.Tasks.TaskFactory"] = ["StartNew", "ContinueWhenAll", "ContinueWhenAny"],
            ["System.Threading.Tasks.Parallel"] = [],
            ["System.Threading.Thread"] = [".ctor", "Start", "UnsafeStart"],
            ["System.Threading.ThreadPool"] = [],
            ["System.Threading.Timer"] = [".ctor"],
            ["System.Threading.CancellationToken"] = ["Register", "UnsafeRegister"],
            ["System.Threading.SynchronizationContext"] = ["Post"],
            ["System.TimeProvider"] = ["CreateTimer"],
            ["System.Linq.ParallelEnumerable"] = [],
        });

    /// <summary>Whether a call runs the delegates that it is given elsewhere.</summary>
    public static bool IsCallOf(IMethodSymbol? method) =>
        method is { ContainingType: { } type }
        && Calls.TryGetValue($"{type.ContainingNamespace.ToDisplayString()}.{type.Name}", out var names)
        && (names.IsEmpty || names.Contains(method.Name));

    /// <summary>Whether a lambda or a method group is given to such a call as it stands.</summary>
    public static bool Runs(IOperation function)
    {
        var value = function.Parent;
        while (value is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        return value is IArgumentOperation argument && IsGivenToCall(argument);
    }

    /// <summary>Whether an argument is given to such a call.</summary>
    public static bool IsGivenToCall(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation call => IsCallOf(call.TargetMethod),
        IObjectCreationOperation creation => IsCallOf(creation.Constructor),
        _ => false,
    };

    /// <summary>How a message names such a call: <c>Task.Run</c>, <c>new Thread</c>.</summary>
    public static string NameOf(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation { TargetMethod: var method } => $"{method.ContainingType.Name}.{method.Name}",
        IObjectCreationOperation { Constructor.ContainingType: var type } => $"new {type.Name}",
        _ => "?",
    };
}
