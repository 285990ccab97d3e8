using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>The members of the runtime through which something crosses from one interpreter to another, and what of a call it is.</summary>
internal static class CrossingCalls
{
    private static readonly ImmutableHashSet<string> Running = ImmutableHashSet.Create(StringComparer.Ordinal, "Run", "Call", "RunAsync", "CallAsync", "ExecuteAsync");

    private static readonly ImmutableHashSet<string> Sending =
        ImmutableHashSet.Create(StringComparer.Ordinal, "Put", "TryPut", "PutAsync", "Send", "SendAndWait", "SendAndWaitAsync");

    /// <summary>Whether anything crosses by a call of this method.</summary>
    public static bool IsCrossing(IMethodSymbol method) =>
        IsOfRuntime(method.ContainingType, "InterpreterState", 0) ? Running.Contains(method.Name) || method.Name == "Prepare"
        : IsOfRuntime(method.ContainingType, "InterpreterPool", 0) ? Running.Contains(method.Name)
        : (IsOfRuntime(method.ContainingType, "CrossQueue", 1) || IsOfRuntime(method.ContainingType, "SendEnd", 1)) && Sending.Contains(method.Name);

    /// <summary>The arguments that cross, without the conversions that they undergo.</summary>
    public static IEnumerable<IOperation> Crossing(IInvocationOperation call) =>
        from argument in call.Arguments
        where argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: not null }
        from value in IsCrossing(argument.Parameter!) ? [argument.Value] : call.TargetMethod is { Name: "Prepare", Arity: 0 } ? Values(argument.Value) : []
        select WithoutConversions(value);

    /// <summary>The type of the result that crosses back, or null where there is none.</summary>
    public static ITypeSymbol? Result(IMethodSymbol method) => method switch
    {
        { Name: "Call" } => method.ReturnType,
        { Name: "CallAsync" or "ExecuteAsync", ReturnType: INamedTypeSymbol { TypeArguments: [var result] } } => result,
        _ => null,
    };

    /// <summary>The values of a dictionary, as far as they stand where it is made.</summary>
    private static IEnumerable<IOperation> Values(IOperation dictionary) => WithoutConversions(dictionary) switch
    {
        IObjectCreationOperation { Initializer.Initializers: var initializers } => initializers.Select(initializer => initializer switch
        {
            ISimpleAssignmentOperation { Value: var value } => value,
            IInvocationOperation { Arguments: [_, { Value: var value }] } => value,
            _ => null,
        }).OfType<IOperation>(),
        ILocalReferenceOperation { Local: var local } reference when Locals.OnlyValueOf(local, reference) is { } only => Values(only),
        _ => [],
    };

    // What is of a type parameter's type is the user's, and delegates are the code that runs; the rest are settings of the call.
    private static bool IsCrossing(IParameterSymbol parameter) =>
        parameter.OriginalDefinition.Type is ITypeParameterSymbol || parameter.Type.TypeKind == TypeKind.Delegate;

    private static bool IsOfRuntime(INamedTypeSymbol type, string name, int arity) =>
        type.Name == name && type.Arity == arity && type.IsOfRuntime();

    private static IOperation WithoutConversions(IOperation value) =>
        value is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? WithoutConversions(conversion.Operand) : value;
}
