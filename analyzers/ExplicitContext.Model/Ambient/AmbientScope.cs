using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Ambient;

/// <summary>How a context is made the ambient one until a scope is disposed of.</summary>
/// <param name="Method">The method that opens the scope: static and given the context, or a method of the context.</param>
/// <param name="Context">The context that it enters.</param>
public sealed record AmbientScope(IMethodSymbol Method, ContextType Context)
{
    /// <summary>Whether the scope lives on the stack, so that nothing can be awaited in it.</summary>
    public bool IsOnStack => Method.ReturnType.IsRefLikeType;

    /// <summary>The scope as a message names it: <c>Engine.Enter</c>.</summary>
    public string DisplayName => $"{Method.ContainingType.Name}.{Method.Name}";

    /// <summary>Whether a method could open a scope, if it were declared to.</summary>
    public static bool CouldBeOpenedBy(IMethodSymbol method) => method.MethodKind == MethodKind.Ordinary && IsDisposable(method.ReturnType);

    /// <summary>The scope that belongs to an accessor, or null where none is declared.</summary>
    public static AmbientScope? Of(AmbientAccessor accessor, ContextModel contexts) => Of(accessor, contexts, out _);

    /// <summary>The scope that belongs to an accessor; null where none is declared, or where what is declared will not do.</summary>
    /// <param name="accessor">The accessor.</param>
    /// <param name="contexts">What is a context.</param>
    /// <param name="fault">Why what is declared will not do, as a whole sentence.</param>
    public static AmbientScope? Of(AmbientAccessor accessor, ContextModel contexts, out string? fault)
    {
        fault = null;
        if (accessor.EnteredBy is not { } name)
        {
            return null;
        }

        var candidates = name.StartsWith("M:", StringComparison.Ordinal)
            ? DocumentationCommentId.GetSymbolsForDeclarationId(name, contexts.Compilation)
            : accessor.Symbol.ContainingType.GetMembers(name);
        var methods = candidates.OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary).ToList();
        var scope = methods.Where(method => IsDisposable(method.ReturnType)).Select(method => From(method, contexts)).FirstOrDefault(scope => scope is not null);
        fault = scope is not null ? null
            : methods.Count == 0 ? $"'{name}' names no method. Write the name of a method of '{accessor.Symbol.ContainingType.Name}', or a documentation ID ('M:…')."
            : $"'{name}' cannot enter a context. It must be static and take just the context, or be a method of a context without parameters, and return an IDisposable.";
        return scope;
    }

    /// <summary>The call that opens the scope.</summary>
    /// <param name="context">An expression for the context.</param>
    /// <param name="type">How the method's type is named there.</param>
    public string Enter(string context, string type)
    {
        var arguments = Method.Parameters.Where(parameter => parameter.RefKind == RefKind.Out).Select(_ => "out _");
        return Method.IsStatic
            ? $"{type}.{Method.Name}({string.Join(", ", arguments.Prepend(context))})"
            : $"{context}.{Method.Name}({string.Join(", ", arguments)})";
    }

    private static AmbientScope? From(IMethodSymbol method, ContextModel contexts)
    {
        var given = method.Parameters.Where(parameter => parameter is { RefKind: not RefKind.Out, IsOptional: false, IsParams: false }).ToList();
        var entered = method.IsStatic
            ? given is [{ RefKind: RefKind.None or RefKind.In, Ordinal: 0 } only] ? only.Type : null
            : given.Count == 0 ? method.ContainingType : null;
        return method.Arity == 0 && contexts.ContextOf(entered) is { } context && contexts.Compilation.IsSymbolAccessibleWithin(method, contexts.Compilation.Assembly)
            ? new(method, context)
            : null;
    }

    private static bool IsDisposable(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_IDisposable
        || type.AllInterfaces.Any(implemented => implemented.SpecialType == SpecialType.System_IDisposable)
        || (type.IsRefLikeType && type.GetMembers("Dispose").Any(member => member is IMethodSymbol { IsStatic: false, ReturnsVoid: true, Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public }));
}
