using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Reach;

/// <summary>What taking a value apart calls, at every depth: <c>Deconstruct</c>, and conversions to what the parts are assigned to.</summary>
internal static class ImpliedDeconstruction
{
    public static void Add(CalleeList callees, DeconstructionInfo info)
    {
        callees.AddImplied(info.Method, info.Conversion?.MethodSymbol);
        foreach (var nested in info.Nested)
        {
            Add(callees, nested);
        }
    }
}
