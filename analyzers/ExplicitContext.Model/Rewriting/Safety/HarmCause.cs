namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>What of an overload does harm.</summary>
internal enum HarmCause
{
    /// <summary>That it is there.</summary>
    Declaration,

    /// <summary>Its body.</summary>
    Body,

    /// <summary>Its name: by another one, it would do none.</summary>
    Name,
}
