using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>The members of the framework that make a thread wait: for another thread, for the time, for a device.</summary>
internal static class BlockingCalls
{
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Members = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, ImmutableArray<string>>
        {
            ["System.Threading.Thread"] = ["Sleep", "Join"],
            ["System.Threading.Tasks.Task"] = ["Wait", "WaitAll", "WaitAny", "Result"],
            ["System.Threading.Tasks.ValueTask"] = ["Result"],
            ["System.Runtime.CompilerServices.TaskAwaiter"] = ["GetResult"],
            ["System.Runtime.CompilerServices.ValueTaskAwaiter"] = ["GetResult"],
            ["System.Runtime.CompilerServices.ConfiguredTaskAwaiter"] = ["GetResult"],
            ["System.Threading.WaitHandle"] = ["WaitOne", "WaitAll", "WaitAny", "SignalAndWait"],
            ["System.Threading.Monitor"] = ["Enter", "Wait"],
            ["System.Threading.SemaphoreSlim"] = ["Wait"],
            ["System.Threading.ManualResetEventSlim"] = ["Wait"],
            ["System.Threading.CountdownEvent"] = ["Wait"],
            ["System.Threading.Barrier"] = ["SignalAndWait"],
            ["System.Threading.SpinWait"] = ["SpinUntil"],
            ["System.Collections.Concurrent.BlockingCollection"] = ["Take", "TakeFromAny", "AddToAny"],
            ["System.Console"] = ["Read", "ReadKey", "ReadLine"],
            ["System.Diagnostics.Process"] = ["WaitForExit", "WaitForInputIdle"],
            ["System.IO.File"] = ["ReadAllText", "ReadAllLines", "ReadAllBytes", "WriteAllText", "WriteAllLines", "WriteAllBytes", "AppendAllText", "AppendAllLines", "Copy"],
            ["System.IO.FileStream"] = ["Read", "Write", "CopyTo", "Flush"],
            ["System.IO.Pipes.PipeStream"] = ["Read", "Write", "CopyTo", "WaitForPipeDrain"],
            ["System.IO.Pipes.NamedPipeServerStream"] = ["WaitForConnection"],
            ["System.IO.Pipes.NamedPipeClientStream"] = ["Connect"],
            ["System.Net.Sockets.NetworkStream"] = ["Read", "Write", "CopyTo"],
            ["System.Net.Sockets.Socket"] = ["Accept", "Connect", "Receive", "ReceiveFrom", "Send", "SendTo", "SendFile", "Poll", "Select"],
            ["System.Net.Sockets.TcpListener"] = ["AcceptSocket", "AcceptTcpClient"],
            ["System.Net.Sockets.TcpClient"] = ["Connect"],
            ["System.Net.Sockets.UdpClient"] = ["Receive", "Send"],
            ["System.Net.Dns"] = ["GetHostAddresses", "GetHostEntry"],
            ["System.Net.Http.HttpClient"] = ["Send"],
        });

    /// <summary>The names of all of them.</summary>
    public static ImmutableHashSet<string> Names { get; } = [.. Members.Values.SelectMany(names => names)];

    /// <summary>The member by which an operation blocks; null where it doesn't, or is told to wait for no time at all.</summary>
    public static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IInvocationOperation { IsImplicit: false, TargetMethod: var method } call => IsListed(method) && !call.Arguments.Any(IsNoTime) ? method : null,
        IPropertyReferenceOperation { Property: var property } => IsListed(property) ? property : null,
        _ => null,
    };

    /// <summary>Whether the member blocks only as long as a task goes on: <c>Wait</c>, <c>Result</c>, and <c>GetResult</c> of an awaiter.</summary>
    public static bool IsResult(ISymbol member) => member.Name is "Result" or "GetResult" or "Wait";

    private static bool IsListed(ISymbol member) =>
        member.ContainingType is { } type && Members.TryGetValue(NameOf(type), out var names) && names.Contains(member.Name);

    private static string NameOf(INamedTypeSymbol type)
    {
        var space = (type.ContainingType ?? type).ContainingNamespace;
        return space.IsGlobalNamespace ? type.Name : $"{space.ToDisplayString()}.{type.Name}";
    }

    private static bool IsNoTime(IArgumentOperation argument) =>
        argument.Parameter is { Name: "timeout" or "millisecondsTimeout" or "milliseconds" }
        && argument.Value.WithoutConversions() is { ConstantValue: { HasValue: true, Value: 0 } } or IFieldReferenceOperation { Field: { Name: nameof(TimeSpan.Zero), ContainingType.Name: nameof(TimeSpan) } };
}
