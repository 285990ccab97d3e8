using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.StaticState;

/// <summary>Decides where a piece of static state should live.</summary>
internal static class Placements
{
    public static Placement Of(ISymbol member, ITypeSymbol type, StaticShape shape, StaticKind kind, bool isSingleton, string change, MemberUses uses) => kind switch
    {
        StaticKind.PerThread when shape == StaticShape.AsyncLocal => new(StateHome.Thread, Certainty.Likely, "it follows the flow of calls, as a parameter does"),
        StaticKind.PerThread => new(StateHome.Thread, Certainty.Certain, "every thread has one of its own"),
        StaticKind.Constant when shape != StaticShape.ReadOnlyOfMutableType && (member.DeclaredAccessibility == Accessibility.Private || HasPrivateSetter(member)) =>
            new(StateHome.Process, Certainty.Certain, "only its own type can change it, and does so at the start alone"),
        StaticKind.Constant => new(StateHome.Process, Certainty.Likely, "it is filled at the start, and nothing in its type changes it later"),
        StaticKind.LazilyBuiltConstant => new(StateHome.Process, Certainty.Likely, "whoever builds it builds the same"),
        StaticKind.Counter when uses.AreInterlocked => new(StateHome.Process, Certainty.Guess, "it is counted in a way that threads can share, as numbers are that must be unique in a process"),
        StaticKind.Counter => new(StateHome.Interpreter, Certainty.Likely, "it is counted without regard to other threads"),
        StaticKind.Cache when IsKeyedByTypes(type) && !IsRegistry(member) => new(StateHome.Process, Certainty.Guess, "it is keyed by types, which all interpreters share"),
        StaticKind.Cache => new(StateHome.Interpreter, Certainty.Likely, "what one interpreter puts in, another finds"),
        StaticKind.Configuration when shape == StaticShape.Event => new(StateHome.Interpreter, Certainty.Likely, "whoever subscribes hears of all interpreters"),
        StaticKind.Configuration when StaticKinds.IsSettableFromOutside(member) => new(StateHome.Interpreter, Certainty.Certain, "anyone can set it, for all interpreters at once"),
        StaticKind.Configuration when change.Length > 0 => new(StateHome.Interpreter, Certainty.Likely, $"anyone can change it, for all interpreters at once: {change}"),
        StaticKind.Configuration => new(StateHome.Interpreter, Certainty.Likely, "what it is set to holds for all interpreters"),
        StaticKind.Service when FrameworkTypes.IsOfTheProcess(type) => new(StateHome.Process, Certainty.Likely, "it was made to be shared by a process"),
        StaticKind.Service when isSingleton => new(StateHome.Interpreter, Certainty.Likely, change.Length > 0 ? $"the one instance holds state: {change}" : "the one instance can be another one later"),
        StaticKind.Service => new(StateHome.Interpreter, Certainty.Guess, change.Length > 0 ? $"it holds state: {change}" : "it may be another object later"),
        _ when FrameworkTypes.IsOfTheProcess(type) => new(StateHome.Process, Certainty.Guess, "it stands for something that a process has once"),
        _ => new(StateHome.Interpreter, Certainty.Guess, "nothing but its changes tells what it is there for"),
    };

    private static bool HasPrivateSetter(ISymbol member) => member is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Private };

    // What is registered is chosen, and another interpreter may choose otherwise.
    private static bool IsRegistry(ISymbol member) =>
        member.Name.IndexOf("Regist", StringComparison.OrdinalIgnoreCase) >= 0 || member.ContainingType.Name.IndexOf("Regist", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsKeyedByTypes(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [var key, _] } && FrameworkTypes.FullName(key) is "System.Type" or "System.Reflection.Assembly" or "System.Reflection.MemberInfo" or "System.Reflection.MethodInfo"
            or "System.Reflection.PropertyInfo" or "System.Reflection.FieldInfo" or "System.RuntimeTypeHandle";
}
