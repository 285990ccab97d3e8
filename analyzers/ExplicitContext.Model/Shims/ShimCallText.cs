using ExplicitContext.Model.Ambient;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Shims;

/// <summary>Writes the call of the explicit method, with the ambient context and what the caller has handed over.</summary>
internal sealed class ShimCallText(ShimCall call, ISymbol accessor, SemanticModel model, int position)
{
    private readonly HashSet<string> hidden = new(call.Legacy.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal);

    /// <summary>The whole call; for a constructor, <c>this(...)</c>.</summary>
    public string Text
    {
        get
        {
            var arguments = call.Legacy.Parameters.Select(Argument).ToList();
            arguments.Insert(call.Ordinal, Context);
            if (call.Explicit.MethodKind == MethodKind.PropertyGet) return $"this[{string.Join(", ", arguments)}]";
            if (call.Explicit.MethodKind == MethodKind.PropertySet) return $"this[{string.Join(", ", arguments.Take(arguments.Count - 1))}] = {arguments[arguments.Count - 1]}";
            return $"{Callee}({string.Join(", ", arguments)})";
        }
    }

    private string Callee
    {
        get
        {
            if (call.Explicit.MethodKind == MethodKind.Constructor) return "this";
            var types = call.Legacy.Arity == 0 ? "" : $"<{string.Join(", ", call.Legacy.TypeParameters.Select(parameter => Names.Escaped(parameter.Name)))}>";
            var receiver = !hidden.Contains(call.Explicit.Name) ? ""
                : call.Explicit.IsStatic ? call.Explicit.ContainingType.ToMinimalDisplayString(model, position) + "."
                : "this.";
            return receiver + Names.Escaped(call.Explicit.Name) + types;
        }
    }

    private string Context =>
        AmbientSources.TextOf(accessor, model, position, hidden, isNullTaken: call.Explicit.Parameters[call.Ordinal].Type.NullableAnnotation == NullableAnnotation.Annotated);

    // A dynamic argument would put the call off until run time.
    private static string Argument(IParameterSymbol parameter)
    {
        var name = Names.Escaped(parameter.Name);
        return parameter is { RefKind: RefKind.None, Type.TypeKind: TypeKind.Dynamic } ? "(object)" + name : PassingModifiers.OfArgument(parameter.RefKind) + name;
    }
}
