using ExplicitContext.Model.Emitting;

namespace ExplicitContext.Model.State;

/// <summary>Writes the slots of a context type of the user's, in a form that any version of C# reads.</summary>
internal static class SlotsWriter
{
    private const string Collections = "global::System.Collections.Generic";

    public static GeneratedFile Write(SlotHome home, bool isPublic, bool knowsNullable)
    {
        var type = home.Context.Type;
        var self = Names.Escaped(type.Name);
        var access = isPublic ? "public" : "internal";
        var states = Names.Free("moduleStates", name => !type.GetMembers(name).IsEmpty);
        var disposables = Names.Free("moduleDisposables", name => !type.GetMembers(name).IsEmpty);

        var text = new CodeWriter($"The slots in which '{type.Name}' keeps module state. Made by ExplicitContext; change what asks for them, not this file.", knowsNullable);
        text.OpenNamespace(type).OpenPart(type);
        text.Line($"private readonly {Collections}.Dictionary<object, object> {states} = new {Collections}.Dictionary<object, object>();");
        text.Line($"private readonly {Collections}.Stack<global::System.IDisposable> {disposables} = new {Collections}.Stack<global::System.IDisposable>();");
        text.Line("");
        text.Line($"/// <summary>The piece of state that this one has for a slot, made on first use. O(1). Any thread may ask; one at a time makes state.</summary>");
        text.Open($"{access} T {SlotHome.GetState}<T>({SlotHome.NestedSlot}<T> slot) where T : class");
        text.Open($"lock ({states})");
        text.Line("object state;");
        text.Open($"if ({states}.TryGetValue(slot, out state))");
        text.Line($"if (state == null) throw new global::System.InvalidOperationException(\"The state of \" + slot + \" is asked for while it is being made.\");");
        text.Line("return (T)state;");
        text.Close();
        text.Line("");
        text.Line($"{states}.Add(slot, null);");
        text.Open("try");
        text.Line($"{states}[slot] = state = slot.Make(this);");
        text.Line("var disposable = state as global::System.IDisposable;");
        text.Line($"if (disposable != null) {disposables}.Push(disposable);");
        text.Line("return (T)state;");
        text.Close();
        text.Open("finally");
        text.Line($"if (state == null) {states}.Remove(slot);");
        text.Close().Close().Close();
        text.Line("");
        text.Line("/// <summary>Disposes of the state in all slots, the newest first, and forgets it: to be called where this one is disposed of.</summary>");
        text.Line("/// <exception cref=\"global::System.AggregateException\">Some could not be disposed of; all others are.</exception>");
        text.Open($"{access} void {SlotHome.Dispose}()");
        text.Line($"var errors = new {Collections}.List<global::System.Exception>();");
        text.Open($"lock ({states})");
        text.Open($"while ({disposables}.Count > 0)");
        text.Open("try");
        text.Line($"{disposables}.Pop().Dispose();");
        text.Close().Open("catch (global::System.Exception error)");
        text.Line("errors.Add(error);");
        text.Close().Close();
        text.Line("");
        text.Line($"{states}.Clear();");
        text.Close();
        text.Line("");
        text.Line("if (errors.Count > 0) throw new global::System.AggregateException(errors);");
        text.Close();
        text.Line("");
        text.Line($"/// <summary>The key of a piece of state of which every '{type.Name}' has its own instance. It holds none itself.</summary>");
        text.Open($"{access} sealed class {SlotHome.NestedSlot}<T> where T : class");
        text.Line($"private readonly global::System.Func<{self}, T> create;");
        text.Line("");
        text.Line("/// <summary>Makes a slot, from what makes the state.</summary>");
        text.Open($"public {SlotHome.NestedSlot}(global::System.Func<{self}, T> create)");
        text.Line("this.create = create;");
        text.Close();
        text.Line("");
        text.Line("/// <summary>The slot's name in messages.</summary>");
        text.Open("public override string ToString()");
        text.Line($"return \"{SlotHome.NestedSlot}<\" + typeof(T) + \">\";");
        text.Close();
        text.Line("");
        text.Open($"internal T Make({self} owner)");
        text.Line("var state = create(owner);");
        text.Line("if (state == null) throw new global::System.InvalidOperationException(\"The factory of \" + this + \" returned null; it must make the state.\");");
        text.Line("return state;");
        text.Close();
        return new(TypeParts.HintName(type, "Slots"), text.CloseAll());
    }
}
