using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model;

/// <summary>How parameters and arguments say by which reference they are passed, with a space behind it; empty for values.</summary>
public static class PassingModifiers
{
    /// <summary>What a parameter says.</summary>
    public static string OfParameter(RefKind kind) => kind == RefKind.RefReadOnlyParameter ? "ref readonly " : OfArgument(kind);

    /// <summary>What an argument says.</summary>
    public static string OfArgument(RefKind kind) => kind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        _ => "in ",
    };
}
