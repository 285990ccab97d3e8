using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Ambient;

/// <summary>Finds the accessor from which code that has no context gets one.</summary>
/// <param name="contexts">What is a context and an accessor.</param>
/// <param name="declared">Accessors that the compilation declares by attribute, wherever they stand.</param>
internal sealed class AmbientSources(ContextModel contexts, ImmutableArray<ISymbol> declared)
{
    private readonly Dictionary<ISymbol, ImmutableArray<ISymbol>> known = new(SymbolEqualityComparer.Default);

    /// <summary>The one accessor that yields a context to code of a type; else the reason why there is not one, as a sentence that says what to do.</summary>
    /// <param name="context">The wanted context.</param>
    /// <param name="user">The type whose code reads it.</param>
    /// <param name="attribute">The attribute that can name the accessor, as one writes it.</param>
    /// <param name="accessor">The accessor.</param>
    public string? Find(ContextType context, INamedTypeSymbol user, string attribute, out ISymbol? accessor)
    {
        var all = Yielding(context).Where(candidate => contexts.Compilation.IsSymbolAccessibleWithin(candidate, user)).ToList();
        var own = all.Where(candidate => SymbolEqualityComparer.Default.Equals(candidate.ContainingType.OriginalDefinition, context.Type)).ToList();
        var best = own.Count > 0 ? own : all;
        accessor = best.Count == 1 ? best[0] : null;
        return best.Count switch
        {
            0 => $"Nothing here yields the ambient '{context.Type.Name}'. Mark a static member that does as [AmbientAccessor].",
            1 => null,
            _ => $"{string.Join(" and ", best.Select(candidate => $"'{NameOf(candidate)}'").OrderBy(name => name, StringComparer.Ordinal))} yield the ambient '{context.Type.Name}'. Say which one: [{attribute}Ambient = \"{NameOf(best[0])}\")].",
        };
    }

    /// <summary>The accessor that an attribute names; null where the text names none that yields a context.</summary>
    public AmbientAccessor? Named(string text, SemanticModel model, int position)
    {
        var expression = SyntaxFactory.ParseExpression(text);
        var symbol = expression.ContainsDiagnostics ? null : model.GetSpeculativeSymbolInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Symbol
            ?? model.GetSpeculativeSymbolInfo(position, SyntaxFactory.InvocationExpression(expression), SpeculativeBindingOption.BindAsExpression).Symbol;
        return contexts.GetAmbientAccessor(symbol) is { ContextType: not null } accessor && IsReadable(accessor.Symbol) ? accessor : null;
    }

    /// <summary>
    /// How the accessor is read at a place. A null that it owns up to by its type is refused here, by name, where the reader takes none; any other is handed on
    /// as it is, as it was to the legacy code.
    /// </summary>
    /// <param name="accessor">The accessor.</param>
    /// <param name="model">Answers for the file.</param>
    /// <param name="position">The place.</param>
    /// <param name="hidden">Names that mean something else there.</param>
    /// <param name="isNullTaken">Whether the reader takes null.</param>
    public static string TextOf(ISymbol accessor, SemanticModel model, int position, ICollection<string> hidden, bool isNullTaken)
    {
        var text = TextOf(accessor, model, position, hidden);
        return TypeOf(accessor).NullableAnnotation == NullableAnnotation.Annotated && !isNullTaken
            ? $"{text} ?? throw new global::System.InvalidOperationException({SymbolDisplay.FormatLiteral($"There is no ambient '{TypeOf(accessor).Name}': '{NameOf(accessor)}' is null.", quote: true)})"
            : text;
    }

    private static string TextOf(ISymbol accessor, SemanticModel model, int position, ICollection<string> hidden)
    {
        var member = "." + Names.Escaped(accessor.Name) + (accessor is IMethodSymbol ? "()" : "");
        var simple = accessor.ContainingType.ToMinimalDisplayString(model, position) + member;
        var bound = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(simple), SpeculativeBindingOption.BindAsExpression).Symbol;
        return !hidden.Contains(simple.Split('.', '<')[0]) && SymbolEqualityComparer.Default.Equals(bound, accessor)
            ? simple
            : accessor.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + member;
    }

    /// <summary>What the accessor yields.</summary>
    private static ITypeSymbol TypeOf(ISymbol accessor) => accessor switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => ((IMethodSymbol)accessor).ReturnType,
    };

    private ImmutableArray<ISymbol> Yielding(ContextType context)
    {
        if (!known.TryGetValue(context.Type, out var found))
        {
            var candidates = context.Type.GetMembers().Concat(declared).Concat(contexts.ConfiguredAccessors.Select(accessor => accessor.Symbol));
            known.Add(context.Type, found = [.. candidates
                .Where(candidate => contexts.GetAmbientAccessor(candidate)?.ContextType is { } yielded
                    && SymbolEqualityComparer.Default.Equals(yielded.Type, context.Type)
                    && IsReadable(candidate))
                .Distinct<ISymbol>(SymbolEqualityComparer.Default)]);
        }

        return found;
    }

    /// <summary>Whether one can read it by naming it, with nothing handed over.</summary>
    private static bool IsReadable(ISymbol accessor) => !accessor.ContainingType.IsGenericType && accessor switch
    {
        IPropertySymbol property => property is { IsIndexer: false, GetMethod: not null },
        IMethodSymbol method => method is { Parameters.IsEmpty: true, Arity: 0, MethodKind: MethodKind.Ordinary, ReturnsVoid: false },
        IFieldSymbol => true,
        _ => false,
    };

    private static string NameOf(ISymbol accessor) => $"{accessor.ContainingType.Name}.{accessor.Name}{(accessor is IMethodSymbol ? "()" : "")}";
}
