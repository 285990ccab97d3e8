using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>
/// What one member does that concerns contexts: its ambient reads and its calls to members of the compilation. Whatever is asked of its body is answered here; nothing binds
/// it a second time.
/// </summary>
internal sealed class BodyFacts(IMethodSymbol member, SyntaxNode declaration, SemanticModel model)
{
    public IMethodSymbol Member { get; } = member;

    /// <summary>The declaration beside which the overload stands; that of the property for an accessor.</summary>
    public SyntaxNode Declaration { get; } = declaration;

    /// <summary>For questions about declarations: of the body, all is answered here.</summary>
    public SemanticModel Model { get; } = model;

    /// <summary>The ambient reads, those of initialisers included.</summary>
    public IReadOnlyList<ReadFact> Reads { get; init; } = [];

    /// <summary>The calls, those of initialisers and those that no body shows included.</summary>
    public IReadOnlyList<CallFact> Calls { get; init; } = [];

    /// <summary>The initialisers that a constructor runs.</summary>
    public IReadOnlyList<InitialiserFact> Initialisers { get; init; } = [];

    /// <summary>The arguments that the compiler makes up from the text of the body.</summary>
    public IReadOnlyList<CallerInfo> CallerInfos { get; init; } = [];

    /// <summary>The members whose overload the source calls already, though it is yet to be generated.</summary>
    public IReadOnlyList<IMethodSymbol> Demands { get; init; } = [];

    /// <summary>The positions of the parameters that hold delegates which the member only invokes.</summary>
    public IReadOnlyList<int> InvokedParameters { get; init; } = [];

    /// <summary>The uses of static local functions.</summary>
    public IReadOnlyList<LocalFunctionUse> LocalUses { get; init; } = [];

    /// <summary>The facts of a member that has no body of its own: it is abstract, an interface declares it, or it is an automatic property.</summary>
    public static BodyFacts? WithoutBody(IMethodSymbol member, ContextModel contexts, CancellationToken cancellationToken)
    {
        var declaration = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            MethodDeclarationSyntax method => method,
            AccessorDeclarationSyntax { Parent.Parent: BasePropertyDeclarationSyntax property } => property,
            ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } => property,
            _ => (SyntaxNode?)null,
        };
        return declaration is null ? null : new(member, declaration, contexts.Compilation.GetSemanticModel(declaration.SyntaxTree));
    }
}
