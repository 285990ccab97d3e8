using ExplicitContext.Model.Emitting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.State;

/// <summary>Writes the slot of a class that is module state, and the accessor that is named after it.</summary>
internal static class ModuleWriter
{
    public static GeneratedFile Write(ModulePlan plan, LanguageVersion language)
    {
        var type = plan.Type;
        var context = plan.Home.Context;
        var self = $"global::{(TypeParts.Namespace(type) is { } space ? space + "." : "")}{Names.Escaped(type.Name)}";
        var state = context.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var parameter = Names.Escaped(context.ParameterName);
        var slot = Names.Free("Slot", name => name == type.Name || !type.GetMembers(name).IsEmpty);
        var knowsNew = language >= LanguageVersion.CSharp9;
        var access = plan.Home.IsPublic && SlotHomes.IsPublic(type) && SlotHomes.IsPublic(context.Type) ? "public" : "internal";
        var accessor = Names.Free(type.Name + "Accessor", name => !type.ContainingNamespace.GetTypeMembers(name).IsEmpty);

        var text = new CodeWriter($"Where every '{context.Type.Name}' keeps its '{type.Name}', and how one gets it. Made by ExplicitContext; change the class, not this file.", language >= LanguageVersion.CSharp8);
        text.OpenNamespace(type).OpenPart(type);
        text.Line($"internal static readonly {plan.Home.SlotType}<{self}> {slot} =");
        text.Line($"    new{(knowsNew ? "" : $" {plan.Home.SlotType}<{self}>")}({parameter} => new{(knowsNew ? "" : " " + self)}({(plan.TakesContext ? parameter : "")}));");
        text.Close();
        text.Line("");
        text.Line($"/// <summary>The module state '{type.Name}'.</summary>");
        text.Open($"{access} static class {accessor}");
        text.Line($"/// <summary>The '{type.Name}' of this '{context.Type.Name}', made on first use. O(1).</summary>");
        text.Line($"{access} static {self} {Names.Escaped(type.Name)}(this {state} {parameter}) => {parameter}.{SlotHome.GetState}({self}.{slot});");
        return new(TypeParts.HintName(type, "State"), text.CloseAll());
    }
}
