using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Ambient;

/// <summary>Tells calls that find a context in global state by its type: <c>Services.Get&lt;Engine&gt;()</c>, <c>Locator.Current.GetService(typeof(Engine))</c>.</summary>
public static class ServiceLocation
{
    private static readonly ImmutableArray<string> Verbs = ["Get", "TryGet", "Resolve", "TryResolve", "Find", "Locate", "Lookup", "Require", "Obtain"];

    /// <summary>The context type that a call finds, or null.</summary>
    public static ContextType? Of(IInvocationOperation call, ContextModel contexts) =>
        Verbs.Any(verb => IsWordOf(call.TargetMethod.Name, verb)) && IsRootedInStatic(call, contexts) ? Sought(call, contexts) : null;

    private static ContextType? Sought(IInvocationOperation call, ContextModel contexts) =>
        call.TargetMethod.TypeArguments is [var argument] && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ReturnType, argument) ? contexts.GetContextType(argument)
        : call.Arguments.Select(given => given.Value.Unconverted()).OfType<ITypeOfOperation>().FirstOrDefault() is { } named ? contexts.GetContextType(named.TypeOperand)
        : null;

    /// <summary>The call is of a static method, or its receiver is found through static members; extension methods are called on their first argument.</summary>
    private static bool IsRootedInStatic(IInvocationOperation call, ContextModel contexts)
    {
        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);
        if (receiver is null)
        {
            return contexts.GetAmbientAccessor(call.TargetMethod) is null;
        }

        while (true)
        {
            switch (receiver.Unconverted())
            {
                case IMemberReferenceOperation { Member.IsStatic: true } reference:
                    return contexts.GetAmbientAccessor(reference.Member) is null;
                case IMemberReferenceOperation { Instance: { } instance }:
                    receiver = instance;
                    break;
                default:
                    return false;
            }
        }
    }

    private static bool IsWordOf(string name, string word) =>
        name.StartsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || !char.IsLower(name[word.Length]));
}
