using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExplicitContext.Oracle.Tests.Il;

/// <summary>Follows the types on the evaluation stack through a method body, so that the receiver of a virtual call is known as well as the source knows it.</summary>
internal sealed class IlStack(MethodDefinition method)
{
    private readonly Dictionary<Instruction, List<IlSlot>> arriving = [];
    private List<IlSlot> stack = [];

    /// <summary>Calls back before each instruction, with the stack as it is then, the top last.</summary>
    public void Walk(Action<Instruction, IReadOnlyList<IlSlot>> visit)
    {
        foreach (var handler in method.Body.ExceptionHandlers)
        {
            if (handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter)
                arriving[handler.HandlerStart] = [new(handler.CatchType)];
            if (handler.FilterStart is { } filter)
                arriving[filter] = [default];
        }

        var falls = true;
        foreach (var instruction in method.Body.Instructions)
        {
            var known = arriving.GetValueOrDefault(instruction);
            stack = !falls ? [.. known ?? []] : known is null ? stack : Join(stack, known);
            visit(instruction, stack);
            Step(instruction);
            foreach (var target in instruction.Operand switch { Instruction one => [one], Instruction[] many => many, _ => Array.Empty<Instruction>() })
                arriving[target] = arriving.TryGetValue(target, out var other) ? Join(stack, other) : [.. stack];
            falls = instruction.OpCode.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw);
        }
    }

    private static List<IlSlot> Join(List<IlSlot> one, List<IlSlot> other) =>
        one.Count == other.Count ? [.. one.Zip(other, (first, second) => first.Join(second))] : one.Count > other.Count ? one : other;

    private void Step(Instruction instruction)
    {
        var code = instruction.OpCode.Code;
        if (code == Code.Dup)
        {
            stack.Add(stack.LastOrDefault());
            return;
        }

        if (code is Code.Call or Code.Callvirt or Code.Newobj)
        {
            var callee = (MethodReference)instruction.Operand;
            Pop(callee.Parameters.Count + (callee.HasThis && !callee.ExplicitThis && code != Code.Newobj ? 1 : 0));
            if (code == Code.Newobj)
                stack.Add(new(callee.DeclaringType, IsExact: true));
            else if (callee.ReturnType.MetadataType != MetadataType.Void)
                stack.Add(new(IlTypes.Fill(callee.ReturnType, callee.DeclaringType as IGenericInstance, callee as IGenericInstance)));
            return;
        }

        if (code == Code.Calli && instruction.Operand is CallSite site)
        {
            Pop(site.Parameters.Count + 1 + (site.HasThis ? 1 : 0));
            if (site.ReturnType.MetadataType != MetadataType.Void)
                stack.Add(new(site.ReturnType));
            return;
        }

        var top = stack.LastOrDefault();
        var array = stack.Count > 1 ? stack[^2].Type as ArrayType : null;
        Pop(Popped(instruction.OpCode.StackBehaviourPop));
        if (instruction.OpCode.StackBehaviourPush is not (StackBehaviour.Push0 or StackBehaviour.Varpush))
            stack.Add(new(Pushed(instruction, top, array)));
    }

    private void Pop(int count)
    {
        if (count < 0)
            stack.Clear();
        else
            stack.RemoveRange(Math.Max(0, stack.Count - count), Math.Min(count, stack.Count));
    }

    private static int Popped(StackBehaviour behaviour) => behaviour switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8 or StackBehaviour.Popi_popr4
            or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8 or StackBehaviour.Popref_popi_popr4
            or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref => 3,
        _ => -1,
    };

    private TypeReference? Pushed(Instruction instruction, IlSlot top, ArrayType? array) => instruction.OpCode.Code switch
    {
        Code.Ldarg_0 => Argument(0),
        Code.Ldarg_1 => Argument(1),
        Code.Ldarg_2 => Argument(2),
        Code.Ldarg_3 => Argument(3),
        Code.Ldarg or Code.Ldarg_S => ((ParameterReference)instruction.Operand) is { Index: >= 0 } parameter ? parameter.ParameterType : method.DeclaringType,
        Code.Ldarga or Code.Ldarga_S => new ByReferenceType(((ParameterReference)instruction.Operand).ParameterType),
        Code.Ldloc_0 => Local(0),
        Code.Ldloc_1 => Local(1),
        Code.Ldloc_2 => Local(2),
        Code.Ldloc_3 => Local(3),
        Code.Ldloc or Code.Ldloc_S => ((VariableReference)instruction.Operand).VariableType,
        Code.Ldloca or Code.Ldloca_S => new ByReferenceType(((VariableReference)instruction.Operand).VariableType),
        Code.Ldfld or Code.Ldsfld => FieldType((FieldReference)instruction.Operand),
        Code.Ldflda or Code.Ldsflda => new ByReferenceType(FieldType((FieldReference)instruction.Operand)),
        Code.Castclass or Code.Isinst or Code.Box or Code.Unbox_Any or Code.Ldobj or Code.Ldelem_Any => (TypeReference)instruction.Operand,
        Code.Ldelema or Code.Unbox => new ByReferenceType((TypeReference)instruction.Operand),
        Code.Ldind_Ref => (top.Type as ByReferenceType)?.ElementType,
        Code.Newarr => new ArrayType((TypeReference)instruction.Operand),
        Code.Ldstr => method.Module.TypeSystem.String,

        // Of null nothing is called; the other side of a join decides.
        Code.Ldnull => method.Module.TypeSystem.Void,
        Code.Ldelem_Ref => array?.ElementType,
        _ => null,
    };

    private TypeReference? Argument(int index) =>
        !method.HasThis ? Parameter(index) : index > 0 ? Parameter(index - 1) : Self();

    private TypeReference? Parameter(int index) => index < method.Parameters.Count ? method.Parameters[index].ParameterType : null;

    private TypeReference Self() => method.DeclaringType.IsValueType ? new ByReferenceType(method.DeclaringType) : method.DeclaringType;

    private TypeReference? Local(int index) => index < method.Body.Variables.Count ? method.Body.Variables[index].VariableType : null;

    private static TypeReference FieldType(FieldReference field) => IlTypes.Fill(field.FieldType, field.DeclaringType as IGenericInstance);
}
