using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>Writes the bodies of overloads that call the original, and the bridges from interfaces.</summary>
internal sealed class ForwardText(MemberPlan plan, ContextName name, ContextExpressions expressions, string indentation)
{
    private IMethodSymbol Member => plan.Member;

    /// <summary>The call alone, for a member that reads no ambient.</summary>
    public string Plain => $" => {Reference}{Call};";

    /// <summary>The call under its scopes, on lines of its own.</summary>
    public string Scoped
    {
        get
        {
            var unit = indentation.EndsWith("\t", StringComparison.Ordinal) ? "\t" : "    ";
            var scopes = plan.Scopes.Select(scope => $"{indentation}{unit}using ({scope.Enter(expressions.For(Member, plan.Context, name.Name, scope.Context)!, Minimal(scope.Method.ContainingType))})");
            var isAwaited = Scopes.ScopedCalls.IsAwaited(Member);
            var yields = isAwaited ? ((INamedTypeSymbol)Member.ReturnType).Arity > 0 : !Member.ReturnsVoid;
            return $"{{\n{string.Join("\n", scopes)}\n{indentation}{unit}{{\n{indentation}{unit}{unit}{(yields ? "return " : "")}{Reference}{(isAwaited ? "await " : "")}{Call};\n{indentation}{unit}}}\n{indentation}}}";
        }
    }

    /// <summary>An explicit implementation of an interface's overload by this one.</summary>
    public string Bridge(IMethodSymbol declared)
    {
        var parameters = Member.Parameters.Select(Declared).Prepend($"{Minimal(plan.Context.Type)} {name.Name}");
        var arguments = Member.Parameters.Select(Argument).Prepend(name.Name);
        var type = (Member.ReturnsByRefReadonly ? "ref readonly " : Member.ReturnsByRef ? "ref " : "") + Minimal(declared.ReturnType);
        var isStatic = Member.IsStatic ? "static " : "";
        return $"{isStatic}{type} {Minimal(declared.ContainingType)}.{plan.Overload}{TypeParameters}({string.Join(", ", parameters)}) => {Reference}{plan.Overload}{TypeParameters}({string.Join(", ", arguments)});";
    }

    private string Reference => Member.ReturnsByRef || Member.ReturnsByRefReadonly ? "ref " : "";

    private string Call
    {
        get
        {
            var receiver = ExplicitImplementations.Of(Member).FirstOrDefault() is { } declared ? $"(({Minimal(declared.ContainingType)})this)." : "";
            var called = receiver + Names.Escaped(Member.Owner().Name.Split('.').Last());
            return Member.AssociatedSymbol is IPropertySymbol ? Member.MethodKind == MethodKind.PropertySet ? called + " = value" : called : $"{called}{TypeParameters}({string.Join(", ", Member.Parameters.Select(Argument))})";
        }
    }

    private string TypeParameters => Member.Arity == 0 ? "" : $"<{string.Join(", ", Member.TypeParameters.Select(parameter => Names.Escaped(parameter.Name)))}>";

    private string Declared(IParameterSymbol parameter) => $"{Modifier(parameter.RefKind, isDeclared: true)}{(parameter.IsParams ? "params " : "")}{Minimal(parameter.Type)} {Names.Escaped(parameter.Name)}";

    private static string Argument(IParameterSymbol parameter) => Modifier(parameter.RefKind, isDeclared: false) + Names.Escaped(parameter.Name);

    private static string Modifier(RefKind kind, bool isDeclared) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.None => "",
        RefKind.In => "in ",
        _ => isDeclared ? "ref readonly " : "in ",
    };

    private string Minimal(ITypeSymbol type) => type.ToMinimalDisplayString(plan.Facts.Model, plan.Facts.Declaration.SpanStart);
}
