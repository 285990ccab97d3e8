using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>How parameters and arguments say by which reference they are passed, with a space behind it; empty for values.</summary>
internal static class PassingModifiers
{
    public static string OfParameter(RefKind kind) => kind == RefKind.RefReadOnlyParameter ? "ref readonly " : OfArgument(kind);

    public static string OfArgument(RefKind kind) => kind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        _ => "in ",
    };
}
