using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>The uses of ambient accessors in one member that a context could replace.</summary>
internal sealed class BodyReads
{
    private readonly List<AmbientRead> replaceable = [];

    /// <summary>The reads in whose place the parameter can stand.</summary>
    public IReadOnlyList<AmbientRead> Replaceable => replaceable;

    /// <summary>Why a read has to stay, as one sentence; null where all can go.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>Whether the member sets the accessor, so that what it reads depends on when it does.</summary>
    public bool SetsTheAmbient { get; private set; }

    /// <summary>Finds the reads of a member in a declaration, which may hold more than the member.</summary>
    public static BodyReads Of(Declaration declaration, ContextType context, CancellationToken cancellationToken)
    {
        var reads = new BodyReads();
        var (file, node, member) = declaration;
        foreach (var expression in node.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => Accessing(name, file)).OfType<ExpressionSyntax>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.Model.GetOperation(expression, cancellationToken) is { } operation
                && AmbientRead.From(operation, file.Contexts) is { } read
                && read.Accessor.IsReplacedBy(context)
                && SymbolEqualityComparer.Default.Equals(EnclosingMember.Of(expression, file.Model).Symbol, member))
            {
                reads.Add(read, operation, node, file, context);
            }
        }

        return reads;
    }

    private void Add(AmbientRead read, IOperation operation, SyntaxNode declaration, SourceFile file, ContextType context)
    {
        if (Sets(read))
            SetsTheAmbient = true;
        else if ((ObstacleOf(read, operation) ?? CaptureRules.ObstacleAt(read.Syntax, declaration, file.Model, context)) is { } obstacle)
            Obstacle ??= obstacle;
        else if (!operation.AsksWhichIsAmbient(file.Contexts))
            replaceable.Add(read);
    }

    /// <summary>Of some reads, those that yield a context and not a piece of its state.</summary>
    public static IEnumerable<SyntaxNode> OfTheContextItself(IEnumerable<AmbientRead> reads) => reads.Where(read => read.Accessor.ReplacedBy is null).Select(read => read.Syntax);

    /// <summary>Whether a use sets the accessor of a context, perhaps after it has read it.</summary>
    public static bool Sets(AmbientRead read) => read.Accessor.ReplacedBy is null && read.Usage != AmbientUsage.Read;

    /// <summary>Why no context can stand in the place of a use, wherever it is, as one sentence; null where one can.</summary>
    public static string? ObstacleOf(AmbientRead read, IOperation operation) => operation switch
    {
        IInvocationOperation { Arguments.IsEmpty: false } => $"'{read.Syntax}' takes arguments, so a context alone cannot stand for it.",
        IObjectCreationOperation => $"'{read.Syntax}' makes an object, which a context cannot stand for.",
        IMethodReferenceOperation => $"'{read.Accessor.DisplayName}' is handed on as a delegate.",
        _ => null,
    };

    /// <summary>The whole expression that uses an accessor, if that is what the name names.</summary>
    private static ExpressionSyntax? Accessing(SimpleNameSyntax name, SourceFile file)
    {
        var symbol = file.Model.GetSymbolInfo(name).Symbol;
        if (file.Contexts.GetAmbientAccessor(symbol) is null)
            return null;
        ExpressionSyntax expression = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return symbol is IMethodSymbol && expression.Parent is InvocationExpressionSyntax invocation && invocation.Expression == expression ? invocation : expression;
    }
}
