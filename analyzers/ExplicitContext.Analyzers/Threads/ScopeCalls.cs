using System.Collections.Immutable;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>
/// The calls by which a thread comes in, leaves for a while, takes a lock or gives it back. <c>using</c> and <c>lock</c> are such calls, too, in a control flow graph.
/// </summary>
internal sealed class ScopeCalls(ContextModel contexts)
{
    /// <summary>The names of methods that take the lock that their instance is, and return the scope for which it is held.</summary>
    public static readonly ImmutableHashSet<string> EnteringWords = ImmutableHashSet.Create(StringComparer.Ordinal, "Enter", "EnterScope", "Lock", "Acquire", "Take", "Hold");

    private static readonly ImmutableHashSet<string> Waiting = ImmutableHashSet.Create(StringComparer.Ordinal, "Wait", "WaitOne", "EnterReadLock", "EnterWriteLock", "EnterUpgradeableReadLock", "Enter");
    private static readonly ImmutableHashSet<string> Releasing = ImmutableHashSet.Create(StringComparer.Ordinal, "Release", "ReleaseMutex", "ExitReadLock", "ExitWriteLock", "ExitUpgradeableReadLock", "Exit");

    /// <summary>The names of all methods that take a lock, those of the framework's own locks included.</summary>
    public static ImmutableHashSet<string> TakingWords { get; } = EnteringWords.Union(Waiting);

    /// <summary>Whether a call lets other threads in, until its scope ends: <c>tstate.AllowThreads()</c>.</summary>
    public bool IsDetaching(IInvocationOperation call) =>
        call.TargetMethod is { Name: "AllowThreads", Parameters.IsEmpty: true, IsStatic: false } method && contexts.IsThreadBound(method.ContainingType);

    /// <summary>Whether a call brings its thread in, until its scope ends: <c>interp.Attach(out var tstate)</c>.</summary>
    public bool IsAttaching(IMethodSymbol method) =>
        method.Parameters.Any(parameter => parameter.RefKind == RefKind.Out && contexts.IsThreadBound(parameter.Type)) && AttachScopeOf(method) is not null;

    /// <summary>The scope that an operation opens, or null. A graph shows a <c>lock</c> as a call, but one of a <c>System.Threading.Lock</c> as an invalid operation without an end.</summary>
    public OpenScope? Opened(IOperation operation, IReadOnlyDictionary<CaptureId, IOperation> captured) => operation switch
    {
        IInvocationOperation call => Opened(call, captured),
        { Kind: OperationKind.Invalid, Syntax.Parent: LockStatementSyntax statement } when operation.Syntax == statement.Expression && operation.ChildOperations.Count == 1 =>
            new(ScopeKind.Lock, statement, null, LockPath.Of(operation.ChildOperations.First(), captured)),
        _ => null,
    };

    /// <summary>Whether a call ends a scope.</summary>
    public static bool Closes(IInvocationOperation call, OpenScope scope, IReadOnlyDictionary<CaptureId, IOperation> captured)
    {
        var method = call.TargetMethod;
        if (method.Name is nameof(IDisposable.Dispose) or "DisposeAsync")
            return scope.ScopeType is { } type && SymbolEqualityComparer.Default.Equals(Disposed(call.Instance)?.OriginalDefinition, type.OriginalDefinition);
        if (scope is not { Lock: { } held, ScopeType: null })
            return false;
        return IsMonitor(method) && method.Name == nameof(Monitor.Exit) ? held == LockPath.Of(call.Arguments[0].Value, captured)
            : IsLockOfFramework(method.ContainingType) && Releasing.Contains(method.Name) && held == LockPath.Of(call.Instance, captured);
    }

    /// <summary>Whether a method takes the lock that its instance is, and returns the scope for which it is held.</summary>
    public static bool IsTakingLock(IMethodSymbol method) =>
        EnteringWords.Contains(method.Name) && method is { IsStatic: false, Parameters.IsEmpty: true } && IsDisposable(method.ReturnType);

    private OpenScope? Opened(IInvocationOperation call, IReadOnlyDictionary<CaptureId, IOperation> captured)
    {
        var method = call.TargetMethod;
        if (IsDetaching(call))
            return new(ScopeKind.Detached, call.Syntax, method.ReturnType, null);
        if (IsAttaching(method))
            return new(ScopeKind.Attached, call.Syntax, AttachScopeOf(method), null, IsCertain: method.ReturnType.SpecialType != SpecialType.System_Boolean);
        if (IsMonitor(method) && method.Name == nameof(Monitor.Enter))
            return new(ScopeKind.Lock, call.Syntax, null, LockPath.Of(call.Arguments[0].Value, captured));
        if (IsLockOfFramework(method.ContainingType) && Waiting.Contains(method.Name) && (method.ReturnsVoid || method.Parameters.IsEmpty))
            return new(ScopeKind.Lock, call.Syntax, null, LockPath.Of(call.Instance, captured));
        return call.Instance is not null && IsTakingLock(method)
            ? new(ScopeKind.Lock, call.Syntax, method.ReturnType, LockPath.Of(call.Instance, captured))
            : null;
    }

    private ITypeSymbol? AttachScopeOf(IMethodSymbol method) =>
        IsScope(method.ReturnType) ? method.ReturnType : method.Parameters.FirstOrDefault(parameter => parameter.RefKind == RefKind.Out && IsScope(parameter.Type))?.Type;

    private bool IsScope(ITypeSymbol type) => IsDisposable(type) && contexts.ContextOf(type) is null;

    private static bool IsDisposable(ITypeSymbol type) =>
        type.SpecialType is SpecialType.None
        && (type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_IDisposable)
            || type.SpecialType == SpecialType.System_IDisposable
            || type.IsRefLikeType && type.GetMembers(nameof(IDisposable.Dispose)).Any(member => member is IMethodSymbol { Parameters.IsEmpty: true }));

    private static ITypeSymbol? Disposed(IOperation? instance) =>
        instance is IConversionOperation { OperatorMethod: null } conversion ? Disposed(conversion.Operand) : instance?.Type;

    private static bool IsMonitor(IMethodSymbol method) => method.ContainingType is { Name: nameof(Monitor) } type && IsThreading(type);

    private static bool IsLockOfFramework(INamedTypeSymbol type) => type.Name is "SemaphoreSlim" or "Mutex" or "ReaderWriterLockSlim" or "Lock" && IsThreading(type);

    private static bool IsThreading(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
