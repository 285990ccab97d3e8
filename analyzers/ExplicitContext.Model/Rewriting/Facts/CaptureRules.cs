using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>Whether a lambda may take the context from the member around it.</summary>
public static class CaptureRules
{
    private static readonly HashSet<string> ThreadStarters = ["Task", "TaskFactory", "Thread", "ThreadPool", "Parallel", "Timer"];

    /// <summary>Why the context cannot be used at a site, as a whole sentence; null where it can.</summary>
    public static string? ObstacleAt(SyntaxNode site, SyntaxNode declaration, SemanticModel model, ContextType context) =>
        ObstacleAt(site, declaration, model, CaptureObstacles.IsOfThread(context));

    /// <summary>The same for whatever context it may be.</summary>
    public static CaptureObstacles ObstaclesAt(SyntaxNode site, SyntaxNode declaration, SemanticModel model) =>
        new(ObstacleAt(site, declaration, model, isOfThread: false), ObstacleAt(site, declaration, model, isOfThread: true));

    private static string? ObstacleAt(SyntaxNode site, SyntaxNode declaration, SemanticModel model, bool isOfThread)
    {
        foreach (var lambda in site.Ancestors().TakeWhile(node => node != declaration).OfType<AnonymousFunctionExpressionSyntax>())
        {
            if (lambda.Modifiers.Any(SyntaxKind.StaticKeyword))
            {
                return "A static lambda cannot capture the context; pass it as a parameter of the lambda, or drop 'static'.";
            }

            var operation = model.GetOperation(lambda);
            if (operation is IAnonymousFunctionOperation function && function.IsExpressionTree())
            {
                return "An expression tree is kept as it is, because providers match the members in it; read the context before it.";
            }

            if (EscapeOf(operation, isOfThread) is { } escape)
            {
                return escape;
            }
        }

        return null;
    }

    private static string? EscapeOf(IOperation? lambda, bool isOfThread)
    {
        var holder = lambda?.Parent;
        while (holder is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            holder = holder.Parent;
        }

        return holder switch
        {
            IReturnOperation => "The lambda is returned and may outlive the context; take the context when it is called.",
            IEventAssignmentOperation => "The lambda handles an event, whose signature the delegate fixes; it stays an entry point.",
            IAssignmentOperation { Target: IMemberReferenceOperation } => "The lambda is stored and may outlive the context; take the context when it is called.",
            IFieldInitializerOperation or IPropertyInitializerOperation => "The lambda is stored and may outlive the context; take the context when it is called.",
            IArgumentOperation argument when isOfThread && StartsThread(argument.Parent) => "The lambda runs on another thread, which has a thread state of its own; attach there.",
            _ => null,
        };
    }

    private static bool StartsThread(IOperation? call) =>
        (call switch
        {
            IInvocationOperation invocation => invocation.TargetMethod.ContainingType,
            IObjectCreationOperation creation => creation.Type,
            _ => null,
        }) is { } type && ThreadStarters.Contains(type.Name) && type.ContainingNamespace.ToDisplayString().StartsWith("System.Threading", StringComparison.Ordinal);
}
