using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>Writes the bodies of overloads that call the original, and the bridges from interfaces.</summary>
internal sealed class ForwardText(MemberPlan plan, ContextName name, ContextExpressions expressions, string indentation, Func<IMethodSymbol, string> modifiersOf)
{
    private IMethodSymbol Member => plan.Member;

    private IPropertySymbol? Indexer => IndexerUnit.Is(Member) ? (IPropertySymbol)Member.AssociatedSymbol! : null;

    private IEnumerable<IMethodSymbol> Accessors => new[] { Indexer!.GetMethod, Indexer.SetMethod }.OfType<IMethodSymbol>();

    /// <summary>The call alone, for a member that reads no ambient.</summary>
    public string Plain => Indexer is null ? $" => {Reference}{CallOf(Member)};" : Arrows(modifiersOf, accessor => CallOf(accessor));

    /// <summary>The call under its scopes, on lines of its own.</summary>
    public string Scoped => Indexer is null
        ? Block(Member, indentation)
        : $"{{\n{string.Join("\n", Accessors.Select(accessor => $"{indentation}{Unit}{modifiersOf(accessor)}{Keyword(accessor)}\n{indentation}{Unit}{Block(accessor, indentation + Unit)}"))}\n{indentation}}}";

    private string Unit => indentation.EndsWith("\t", StringComparison.Ordinal) ? "\t" : "    ";

    private string Reference => Member.ReturnsByRef || Member.ReturnsByRefReadonly ? "ref " : "";

    private string TypeParameters => Member.Arity == 0 ? "" : $"<{string.Join(", ", Member.TypeParameters.Select(parameter => Names.Escaped(parameter.Name)))}>";

    private IReadOnlyList<IParameterSymbol> Parameters => Indexer?.Parameters ?? Member.Parameters;

    /// <summary>An explicit implementation of an interface's overload by this one.</summary>
    public string Bridge(IMethodSymbol declared)
    {
        var parameters = string.Join(", ", Parameters.Select(Declared).Prepend($"{Minimal(plan.Context.Type)} {name.Name}"));
        var arguments = string.Join(", ", Parameters.Select(Argument).Prepend(name.Name));
        var type = (Member.ReturnsByRefReadonly ? "ref readonly " : Member.ReturnsByRef ? "ref " : "") + Minimal((declared.AssociatedSymbol as IPropertySymbol)?.Type is { } value && Indexer is not null ? value : declared.ReturnType);
        var isStatic = Member.IsStatic ? "static " : "";
        return Indexer is null
            ? $"{isStatic}{type} {Minimal(declared.ContainingType)}.{plan.Overload}{TypeParameters}({parameters}) => {Reference}{plan.Overload}{TypeParameters}({arguments});"
            : $"{type} {Minimal(declared.ContainingType)}.this[{parameters}]{Arrows(_ => "", accessor => Indexed($"this[{arguments}]", accessor), (IPropertySymbol)declared.AssociatedSymbol!)}";
    }

    /// <summary>The accessors, each an arrow: one alone that reads stands without braces.</summary>
    private string Arrows(Func<IMethodSymbol, string> modifiers, Func<IMethodSymbol, string> call, IPropertySymbol? declared = null)
    {
        var accessors = declared is null ? Accessors.ToList() : [.. Accessors.Where(accessor => (accessor.MethodKind == MethodKind.PropertyGet ? declared.GetMethod : declared.SetMethod) is not null)];
        return accessors is [{ MethodKind: MethodKind.PropertyGet } only] && modifiers(only).Length == 0
            ? $" => {Reference}{call(only)};"
            : $" {{ {string.Join(" ", accessors.Select(accessor => $"{modifiers(accessor)}{Keyword(accessor)} => {(accessor.MethodKind == MethodKind.PropertyGet ? Reference : "")}{call(accessor)};"))} }}";
    }

    private string Block(IMethodSymbol called, string around)
    {
        var scopes = plan.Scopes.Select(scope => $"{around}{Unit}using ({scope.Enter(expressions.For(Member, plan.Context, name.Name, scope.Context)!, Minimal(scope.Method.ContainingType))})");
        var isAwaited = Scopes.ScopedCalls.IsAwaited(called);
        var yields = isAwaited ? ((INamedTypeSymbol)called.ReturnType).Arity > 0 : !called.ReturnsVoid;
        return $"{{\n{string.Join("\n", scopes)}\n{around}{Unit}{{\n{around}{Unit}{Unit}{(yields ? "return " : "")}{(yields ? Reference : "")}{(isAwaited ? "await " : "")}{CallOf(called)};\n{around}{Unit}}}\n{around}}}";
    }

    private string CallOf(IMethodSymbol called)
    {
        var self = Member is { IsStatic: true } and ({ IsVirtual: true } or { IsAbstract: true }) && SelfTypes.Of(Member.ContainingType) is { } type ? Names.Escaped(type.Name)
            : ExplicitImplementations.Of(Member).FirstOrDefault() is { } declared ? $"(({Minimal(declared.ContainingType)})this)" : "";
        if (Indexer is not null)
        {
            return Indexed($"{(self.Length > 0 ? self : "this")}[{string.Join(", ", Parameters.Select(Argument))}]", called);
        }

        var member = (self.Length > 0 ? self + "." : "") + Names.Escaped(MemberNames.Simple(called.Owner()));
        return called.AssociatedSymbol is IPropertySymbol ? called.MethodKind == MethodKind.PropertySet ? member + " = value" : member : $"{member}{TypeParameters}({string.Join(", ", Parameters.Select(Argument))})";
    }

    private static string Indexed(string element, IMethodSymbol accessor) => accessor.MethodKind == MethodKind.PropertySet ? element + " = value" : element;

    private static string Keyword(IMethodSymbol accessor) => accessor.MethodKind == MethodKind.PropertyGet ? "get" : accessor.IsInitOnly ? "init" : "set";

    private string Declared(IParameterSymbol parameter) => $"{PassingModifiers.OfParameter(parameter.RefKind)}{(parameter.IsParams ? "params " : "")}{Minimal(parameter.Type)} {Names.Escaped(parameter.Name)}";

    private static string Argument(IParameterSymbol parameter) => PassingModifiers.OfArgument(parameter.RefKind) + Names.Escaped(parameter.Name);

    private string Minimal(ITypeSymbol type) => type.ToMinimalDisplayString(plan.Facts.Model, plan.Facts.Declaration.SpanStart);
}
