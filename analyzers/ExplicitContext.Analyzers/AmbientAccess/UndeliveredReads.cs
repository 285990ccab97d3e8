using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Availability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.AmbientAccess;

/// <summary>The ambient reads that a context handed in could replace; for the rules that share them out among themselves.</summary>
internal sealed class UndeliveredReads(ContextModel contexts)
{
    /// <summary>The operations that can be one.</summary>
    public static OperationKind[] Kinds =>
    [
        OperationKind.PropertyReference, OperationKind.FieldReference, OperationKind.EventReference, OperationKind.MethodReference, OperationKind.Invocation, OperationKind.ObjectCreation,
    ];

    /// <summary>The read that an operation is; null where it is none, sets the ambient, asks which one it is, or is inside of an accessor or of what forwards to one.</summary>
    public AmbientRead? Find(IOperation operation, ISymbol? containing) =>
        (AmbientRead.From(operation, contexts) ?? AmbientRead.FromForwarder(operation, contexts)) is { } read
        && !SetsTheAmbient(read) && !IsInitialValue(read, containing) && !operation.AsksWhichIsAmbient(contexts) && !IsInAccessor(containing)
        && ContextFallback.Of(read, operation, contexts) is null // ECTX2009 speaks of it: whoever hands the context on is asked, not whoever reads.
            ? read
            : null;

    /// <summary>The static member or type that captures what is read, since it is initialised then; null where none is. An assignment captures nothing.</summary>
    public static ISymbol? CapturedBy(AmbientRead read, IOperation operation, ISymbol? containing) =>
        read.Usage.HasFlag(AmbientUsage.Read) ? StaticInitialisers.Around(operation, containing) : null;

    /// <summary>The context at hand that replaces a read, or null.</summary>
    public AvailableContext? Available(AmbientRead read, OperationAnalysisContext context) =>
        read.Accessor.HasReplacement && context.Operation.SemanticModel is { } model
            ? new ContextFinder(model, contexts).Find(read.Syntax, read.Accessor.IsReplacedBy, context.CancellationToken)
            : null;

    /// <summary>An assignment to the accessor of a context chooses the context for others; it takes none.</summary>
    private static bool SetsTheAmbient(AmbientRead read) => read.Usage == AmbientUsage.Write && read.Accessor is { ReplacedBy: null, ContextType: not null };

    /// <summary>The static constructor of the accessor's own type gives it its first value, as an initialiser would.</summary>
    private static bool IsInitialValue(AmbientRead read, ISymbol? containing) => read.Usage.HasFlag(AmbientUsage.Write)
        && containing is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } && SymbolEqualityComparer.Default.Equals(containing.ContainingType.OriginalDefinition, read.Accessor.Symbol.ContainingType);

    private bool IsInAccessor(ISymbol? symbol)
    {
        while (symbol is not null && contexts.GetAmbientAccessor(symbol) is null && contexts.GetForwarder(symbol) is null)
            symbol = symbol.ContainingSymbol;
        return symbol is not null;
    }
}
