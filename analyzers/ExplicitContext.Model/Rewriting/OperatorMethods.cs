using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>What the methods are called that stand beside operators: as the framework's guidelines name those for languages without operators.</summary>
internal static class OperatorMethods
{
    private const string Prefix = "op_";
    private const string Checked = "Checked";

    /// <summary>Whether a member is an operator or a conversion.</summary>
    public static bool IsOperator(IMethodSymbol method) => method.MethodKind is MethodKind.UserDefinedOperator or MethodKind.Conversion;

    /// <summary>The name for an operator; for a conversion, to what or from what it converts.</summary>
    public static string For(IMethodSymbol method)
    {
        var name = MemberNames.Simple(method);
        name = name.StartsWith(Prefix, StringComparison.Ordinal) ? name.Substring(Prefix.Length) : name;
        var isChecked = name.StartsWith(Checked, StringComparison.Ordinal);
        name = isChecked ? name.Substring(Checked.Length) : name;
        var plain = method.MethodKind != MethodKind.Conversion ? Verb(name)
            : SymbolEqualityComparer.Default.Equals(method.ReturnType.OriginalDefinition, method.ContainingType) ? "From" + NameOf(method.Parameters[0].Type)
            : "To" + NameOf(method.ReturnType);
        return isChecked ? plain + Checked : plain;
    }

    private static string Verb(string name) => name switch
    {
        "Addition" => "Add",
        "Subtraction" => "Subtract",
        "Division" => "Divide",
        "Modulus" => "Remainder",
        "UnaryNegation" => "Negate",
        "UnaryPlus" => "Plus",
        "ExclusiveOr" => "Xor",
        "Equality" => "AreEqual",
        "Inequality" => "AreUnequal",
        "GreaterThan" => "IsGreater",
        "LessThan" => "IsLess",
        "GreaterThanOrEqual" => "IsGreaterOrEqual",
        "LessThanOrEqual" => "IsLessOrEqual",
        _ => name,
    };

    private static string NameOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => NameOf(array.ElementType) + "Array",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => "Nullable" + NameOf(nullable.TypeArguments[0]),
        { Name: { Length: > 0 } name } => name,
        _ => "Value",
    };
}
