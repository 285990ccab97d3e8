namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>A parameter of a lambda that takes the place of a method group.</summary>
/// <param name="Modifier">By which reference it is passed, with a space behind it; else empty.</param>
/// <param name="Handing">The same where it is handed on.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
internal sealed record LambdaParameter(string Modifier, string Handing, string Type, string Name);
