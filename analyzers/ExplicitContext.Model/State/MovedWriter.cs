using ExplicitContext.Model.Emitting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.State;

/// <summary>Writes, for the statics of one type that have moved, their slots, and accessors for those who have the state.</summary>
internal sealed class MovedWriter(INamedTypeSymbol type, ISet<string> ambiguous)
{
    private const string Box = "global::System.Runtime.CompilerServices.StrongBox";

    private static SymbolDisplayFormat TypeFormat => SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly CodeWriter text = new($"Where the values of static members of '{type.Name}' live that have moved. Made by ExplicitContext; change the type, not this file.");

    /// <summary>What two accessors of one namespace must not have in common.</summary>
    public static string KeyOf(MovedPlan plan) => $"{plan.Property.ContainingNamespace}/{plan.Home!.Context.Type}/{MoveTarget.AccessorNameOf(plan.Property, plan.Home.Context)}";

    /// <summary>The name of the type that holds the slots: one of its own, so that they are there whenever the type itself is initialised.</summary>
    public static string HolderIn(INamedTypeSymbol type) => Names.Free("MovedState", name => name == type.Name || !type.GetMembers(name).IsEmpty);

    public GeneratedFile Write(IReadOnlyList<MovedPlan> plans)
    {
        text.OpenNamespace(type).OpenPart(type);
        text.Open($"internal static class {HolderIn(type)}");
        foreach (var plan in plans) Slot(plan);
        text.Close();
        foreach (var _ in TypeParts.Outward(type)) text.Close();

        var seen = plans.Where(plan => IsNameable(plan) && !ambiguous.Contains(KeyOf(plan))).ToList();
        if (seen.Count > 0)
        {
            var name = MoveTarget.AccessorsOf(type);
            text.Line("");
            text.Line($"/// <summary>What has moved from '{type.Name}', for those who have the state.</summary>");
            text.Open($"{(seen.Any(IsPublic) ? "public" : "internal")} static class {Names.Free(name, free => !type.ContainingNamespace.GetTypeMembers(free).IsEmpty)}");
            foreach (var plan in seen)
            {
                if (plan != seen[0]) text.Line("");
                Accessors(plan);
            }
        }

        return new(TypeParts.HintName(type, "Moved.State"), text.CloseAll());
    }

    private void Slot(MovedPlan plan)
    {
        text.Line($"internal static readonly {plan.Home!.SlotType}<{BoxOf(plan)}> {Names.Escaped(plan.Property.Name)} =");
        text.Line($"    new({Names.Escaped(plan.Home.Context.ParameterName)} => new({plan.Initial}));");
    }

    private void Accessors(MovedPlan plan)
    {
        var property = plan.Property;
        var name = MoveTarget.AccessorNameOf(property, plan.Home!.Context);
        var parameter = Names.Escaped(plan.Home!.Context.ParameterName);
        var receiver = $"this {plan.Home.Context.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)} {parameter}";
        var place = $"{parameter}.{SlotHome.GetState}({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{plan.Slot}).Value";
        var valueType = property.Type.ToDisplayString(TypeFormat);
        var access = IsPublic(plan) ? "public" : "internal";
        if (property.GetMethod is not null)
        {
            var reference = property.RefKind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" };
            text.Line($"/// <summary>What '{type.Name}.{property.Name}' is in this '{plan.Home.Context.Type.Name}'.</summary>");
            text.Line($"{access} static {reference}{valueType} {Names.Escaped(name)}({receiver}) => {(reference.Length == 0 ? "" : "ref ")}{place};");
        }

        if (property.SetMethod is { } setter)
        {
            if (property.GetMethod is not null) text.Line("");
            var value = parameter == "value" ? "newValue" : "value";
            text.Line($"/// <summary>Sets what '{type.Name}.{property.Name}' is in this '{plan.Home.Context.Type.Name}'.</summary>");
            text.Line($"{(access == "public" && setter.DeclaredAccessibility == Accessibility.Public ? access : "internal")} static void Set{name}({receiver}, {valueType} {value}) => {place} = {value};");
        }
    }

    private static string BoxOf(MovedPlan plan) => $"{Box}<{plan.Property.Type.ToDisplayString(TypeFormat)}>";

    private static bool IsPublic(MovedPlan plan) =>
        plan.Property.DeclaredAccessibility == Accessibility.Public && SlotHomes.IsPublic(plan.Property.ContainingType) && SlotHomes.IsPublic(plan.Home!.Context.Type);

    /// <summary>Whether code outside of the type can name it, and the type of the value.</summary>
    private static bool IsNameable(MovedPlan plan) => IsVisible(plan.Property.ContainingType) && IsVisible(plan.Property.Type);

    private static bool IsVisible(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsVisible(array.ElementType),
        INamedTypeSymbol named => TypeParts.Outward(named).All(outer => outer.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal && outer.TypeArguments.All(IsVisible)),
        _ => true,
    };
}
