using Mono.Cecil;

namespace ExplicitContext.Oracle.Tests.Il;

/// <summary>The constructors of the types that a generic call hands in for parameters of which the callee can make instances, by <c>Activator</c>.</summary>
internal static class IlInstances
{
    public static IEnumerable<MethodDefinition> Of(MethodReference reference, MethodDefinition callee)
    {
        var arguments = reference is GenericInstanceMethod generic ? callee.GenericParameters.Zip(generic.GenericArguments) : [];
        if (reference.DeclaringType is GenericInstanceType owner && (callee.IsStatic || callee.IsConstructor))
            arguments = arguments.Concat(callee.DeclaringType.GenericParameters.Zip(owner.GenericArguments));
        return arguments
            .Where(argument => argument.First.HasDefaultConstructorConstraint && argument.Second is not GenericParameter and not ArrayType)
            .Select(argument => IlTypes.Definition(argument.Second)?.Methods.FirstOrDefault(method => method is { IsConstructor: true, IsStatic: false, Parameters.Count: 0 }))
            .OfType<MethodDefinition>();
    }
}
