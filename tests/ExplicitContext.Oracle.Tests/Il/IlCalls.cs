using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExplicitContext.Oracle.Tests.Il;

/// <summary>Reads what a body calls. A delegate's target counts where its address is taken; <c>ldtoken</c> calls nothing.</summary>
internal static class IlCalls
{
    public static IReadOnlyList<IlCall> Of(MethodDefinition method)
    {
        var calls = new List<IlCall>();
        if (method.HasBody)
        {
            TypeReference? constrained = null;
            new IlStack(method).Walk((instruction, stack) =>
            {
                if (instruction.OpCode.Code == Code.Constrained)
                {
                    constrained = (TypeReference)instruction.Operand;
                    return;
                }

                switch (instruction.OpCode.Code)
                {
                    case Code.Call or Code.Callvirt or Code.Newobj or Code.Ldftn or Code.Ldvirtftn or Code.Jmp:
                        Add(method, calls, (MethodReference)instruction.Operand, instruction.OpCode.Code, constrained, stack);
                        break;
                    case Code.Ldsfld or Code.Ldsflda or Code.Stsfld when ((FieldReference)instruction.Operand).Resolve() is { } field:
                        calls.Add(new(null, field, false, [], false));
                        break;
                }

                constrained = null;
            });
        }

        foreach (var machine in StateMachines(method))
            calls.AddRange(machine.Methods.Select(step => new IlCall(step, null, false, [], false)));
        return calls;
    }

    /// <summary>Whether nothing derives from what is known of a receiver.</summary>
    public static bool IsSealed(IReadOnlyList<TypeReference> receivers) => receivers is [var one] && IlTypes.Definition(one) is { IsSealed: true };

    /// <summary>The methods that a body mentions without calling them, as an expression tree does.</summary>
    public static IEnumerable<MethodReference> QuotedBy(MethodDefinition method) => method.HasBody
        ? method.Body.Instructions.Where(instruction => instruction.OpCode.Code == Code.Ldtoken).Select(instruction => instruction.Operand).OfType<MethodReference>()
        : [];

    /// <summary>Every method that a body names, with those of the closures and state machines that it makes.</summary>
    public static IEnumerable<MethodReference> NamedBy(MethodDefinition method)
    {
        var seen = new HashSet<MethodDefinition>();
        var open = new Queue<MethodDefinition>([method]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next))
                continue;
            foreach (var step in StateMachines(next).SelectMany(machine => machine.Methods))
                open.Enqueue(step);
            foreach (var named in next.HasBody ? next.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>() : [])
            {
                yield return named;
                if (named.Name[0] == '<' && Resolve(named) is { } helper)
                    open.Enqueue(helper);
            }
        }
    }

    /// <summary>The types into which the compiler moved the body of an iterator or of an asynchronous method.</summary>
    private static IEnumerable<TypeDefinition> StateMachines(MethodDefinition method) => method.CustomAttributes
        .Where(attribute => attribute.AttributeType.Name is "AsyncStateMachineAttribute" or "IteratorStateMachineAttribute" or "AsyncIteratorStateMachineAttribute")
        .Select(attribute => IlTypes.Definition(attribute.ConstructorArguments[0].Value as TypeReference))
        .OfType<TypeDefinition>();

    private static void Add(MethodDefinition caller, List<IlCall> calls, MethodReference reference, Code code, TypeReference? constrained, IReadOnlyList<IlSlot> stack)
    {
        if (Resolve(reference) is not { } callee)
            return;
        calls.AddRange(IlCallbacks.Of(caller, reference, stack));
        calls.AddRange(IlInstances.Of(reference, callee).Select(constructor => new IlCall(constructor, null, false, [], false)));
        if (constrained is not null)
        {
            calls.Add(new(callee, null, true, Bounds(constrained), constrained is not GenericParameter && IlTypes.Definition(constrained) is { IsSealed: true }));
            return;
        }

        var below = code == Code.Ldvirtftn ? 1 : callee.Parameters.Count + 1;
        var receiver = callee.HasThis && code != Code.Newobj && stack.Count >= below ? stack[^below] : default;
        var isDispatched = callee is { IsVirtual: true, IsFinal: false } && code is Code.Callvirt or Code.Ldvirtftn;
        var receivers = receiver.Type is null or ArrayType ? [] : Bounds(receiver.Type);
        calls.Add(new(callee, null, isDispatched, receivers, receiver.IsExact || IsSealed(receivers)));
    }

    /// <summary>The types that are known of a receiver: itself, or the constraints of a type parameter. <c>object</c> says nothing.</summary>
    public static IReadOnlyList<TypeReference> Bounds(TypeReference type) => type switch
    {
        GenericParameter parameter => [.. parameter.Constraints.SelectMany(constraint => Bounds(constraint.ConstraintType))],
        ByReferenceType reference => Bounds(reference.ElementType),
        GenericInstanceType { ElementType.FullName: "System.Nullable`1" } nullable => Bounds(nullable.GenericArguments[0]),
        _ => IlTypes.Definition(type) is { FullName: not ("System.Object" or "System.ValueType") } ? [type] : [],
    };

    private static MethodDefinition? Resolve(MethodReference reference)
    {
        try
        {
            return reference.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }
}
