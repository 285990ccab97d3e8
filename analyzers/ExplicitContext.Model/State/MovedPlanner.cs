using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.State;

/// <summary>Decides how the old name of a static that moves to a state leads to its value there, or says why it cannot.</summary>
internal sealed class MovedPlanner(ContextModel contexts, SlotHomes homes, AmbientSources ambients, CancellationToken cancellationToken)
{
    private const string Value = "value";

    /// <summary>The plan; a finding where there can be none; neither where nothing is to be generated: the move is made by hand, or ECTX3003 objects to it.</summary>
    public (MovedPlan? Plan, GenerationFinding? Finding) Plan(ISymbol member)
    {
        if (!member.IsStatic || MoveTarget.Of(member, contexts) is not { Objection: null, Context: { } context } target) return default;
        var like = target.MemberLike(member);
        if (member is not IPropertySymbol { IsPartialDefinition: true } property || DeclarationOf(property) is not { } declaration)
        {
            return like is not null || member is IPropertySymbol { PartialDefinitionPart: not null }
                ? default
                : Refused(member, GenerationFinding.CannotRewrite, $"it stays where it is. {WayTo(context.Type.Name)}", "");
        }

        if (property.PartialImplementationPart is not null) return default;
        if (ObstacleIn(property) is { } obstacle) return Refused(member, GenerationFinding.CannotRewrite, obstacle);
        if (TypeParts.IsSplit(declaration)) return Refused(member, GenerationFinding.CannotRewrite, "a directive such as '#if' splits its declaration. Put '#if' around whole members");
        if (TypeParts.NotPartial(member.ContainingType, cancellationToken) is { } outer)
            return (null, new(GenerationFinding.NotPartial, Id(outer), -1, 0, $"'{outer.Name}' is not partial, so '{NameOf(member)}' cannot be implemented in another part of it. Make it partial."));

        var model = contexts.Compilation.GetSemanticModel(declaration.SyntaxTree);
        if (AmbientOf(target, context, property, model, declaration, out var accessor) is { } problem) return (null, problem);
        var ambient = AmbientSources.TextOf(accessor!, model, declaration.SpanStart, [Value], isNullTaken: false);
        if (ambient.Contains(" ?? ")) ambient = $"({ambient})";
        if (like is not null)
        {
            return MismatchOf(property, like) is { } mismatch
                ? Refused(member, GenerationFinding.WouldCollide, $"'{context.Type.Name}.{like.Name}' {mismatch}. Make the two alike")
                : (new(property, Forwarder(property, declaration, model, $"{ambient}.{Names.Escaped(like.Name)}"), null, "", ""), null);
        }

        if (InitialOf(target, property, context, out var initial) is { } reason) return Refused(member, GenerationFinding.CannotRewrite, reason);
        if (homes.Of(context, member, out var finding) is not { } home) return (null, finding);
        var slot = $"{MovedWriter.HolderIn(member.ContainingType)}.{Names.Escaped(member.Name)}";
        return (new(property, Forwarder(property, declaration, model, $"{ambient}.{SlotHome.GetState}({slot}).Value"), home, slot, initial), null);
    }

    private string WayTo(string state) => ((CSharpCompilation)contexts.Compilation).LanguageVersion >= LanguageVersion.CSharp13
        ? $"Make it a partial property, whose value then lives in '{state}'"
        : $"Declare it in '{state}', and let this one lead there; from C# 13 on, a partial property does so";

    private GenerationFinding? AmbientOf(MoveTarget target, ContextType context, IPropertySymbol property, SemanticModel model, PropertyDeclarationSyntax declaration, out ISymbol? accessor)
    {
        accessor = null;
        if (target.Attribute.NamedString("Ambient") is { } named)
        {
            accessor = ambients.Named(named, model, declaration.SpanStart) is { } chosen && SymbolEqualityComparer.Default.Equals(chosen.ContextType!.Type, context.Type) ? chosen.Symbol : null;
            return accessor is null ? Refused(property, GenerationFinding.CannotRewrite, $"'{named}' is no accessor that yields a '{context.Type.Name}'. Name one that does, as it is written at this place").Finding : null;
        }

        return ambients.Find(context, property.ContainingType, $"MoveTo(typeof({context.Type.Name}), ", out accessor) is { } missing
            ? new(GenerationFinding.CannotRewrite, Id(property), -1, 0, $"'{NameOf(property)}' is not implemented: it would lead to the ambient '{context.Type.Name}'. {missing}")
            : null;
    }

    private PropertyDeclarationSyntax? DeclarationOf(IPropertySymbol property) => property.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<PropertyDeclarationSyntax>().FirstOrDefault();

    private static ImplementedMember Forwarder(IPropertySymbol property, PropertyDeclarationSyntax declaration, SemanticModel model, string place)
    {
        var bodies = ImmutableArray.CreateBuilder<(IMethodSymbol, string)>();
        if (property.GetMethod is { } getter) bodies.Add((getter, place));
        if (property.SetMethod is { } setter) bodies.Add((setter, $"{place} = {Value}"));
        return new(property, declaration, model, bodies.ToImmutable());
    }

    private static string? ObstacleIn(IPropertySymbol property) => property switch
    {
        { ContainingType: var type } when TypeParts.Outward(type).Any(outer => outer.IsGenericType) => "it stands in a generic type, where every construction would need a slot of its own. Move it out, or declare it in the state by hand",
        { ContainingType: var type } when TypeParts.IsFileLocal(type) => "no other file can add to a file-local type. Drop 'file', or move it by hand",
        { Type: { IsRefLikeType: true } or { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } } => "a value of its type cannot be kept in an object. Keep something else, such as an array or nint",
        _ => null,
    };

    private static string? MismatchOf(IPropertySymbol property, ISymbol like)
    {
        var type = (like as IPropertySymbol)?.Type ?? ((IFieldSymbol)like).Type;
        return !SymbolEqualityComparer.Default.Equals(type, property.Type) ? "is of another type"
            : property.GetMethod is not null && like is IPropertySymbol { GetMethod: null } ? "cannot be read"
            : property.SetMethod is not null && like is IPropertySymbol { SetMethod: null or { IsInitOnly: true } } or IFieldSymbol { IsReadOnly: true } && property.SetMethod is not null ? "cannot be assigned"
            : property.RefKind != RefKind.None && like is IPropertySymbol { RefKind: RefKind.None } ? "has no reference to return"
            : null;
    }

    /// <summary>Reads what makes the first value; returns the reason where that cannot be.</summary>
    private string? InitialOf(MoveTarget target, IPropertySymbol property, ContextType context, out string expression)
    {
        expression = "";
        if (target.Attribute.NamedString("Initial") is not { } name) return null;
        var type = property.ContainingType;
        foreach (var member in type.GetMembers(name).Where(member => member.IsStatic))
        {
            var (yielded, text) = member switch
            {
                IMethodSymbol { Parameters.IsEmpty: true, Arity: 0, ReturnsVoid: false } method => (method.ReturnType, "()"),
                IMethodSymbol { Parameters: [{ RefKind: RefKind.None } parameter], Arity: 0, ReturnsVoid: false } method when SymbolEqualityComparer.Default.Equals(parameter.Type.OriginalDefinition, context.Type) =>
                    (method.ReturnType, $"({Names.Escaped(context.ParameterName)})"),
                IPropertySymbol { GetMethod: not null, IsIndexer: false } other => (other.Type, ""),
                IFieldSymbol field => (field.Type, ""),
                _ => ((ITypeSymbol?)null, ""),
            };
            if (yielded is not null && contexts.Compilation.ClassifyCommonConversion(yielded, property.Type).IsImplicit)
            {
                expression = $"{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{Names.Escaped(name)}{text}";
                return null;
            }
        }

        return $"'{name}' makes no first value for it. Name a static member of '{type.Name}' that yields '{property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}': a method that takes nothing or the '{context.Type.Name}', a property, a field or a constant";
    }

    private static (MovedPlan? Plan, GenerationFinding Finding) Refused(ISymbol member, string rule, string reason, string verdict = " is not implemented") =>
        (null, new(rule, Id(member), -1, 0, $"'{NameOf(member)}'{verdict}: {reason}."));

    private static string Id(ISymbol symbol) => symbol.GetDocumentationCommentId() ?? "";

    private static string NameOf(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}";
}
