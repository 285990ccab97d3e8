namespace ExplicitContext.Generators;

/// <summary>The names of the pipeline's steps, by which tests ask what was recomputed.</summary>
public static class TrackingNames
{
    /// <summary>The parsed <c>ExplicitContext*.txt</c> files.</summary>
    public const string Configuration = nameof(Configuration);

    /// <summary>Everything generated for the compilation, as values.</summary>
    public const string Result = nameof(Result);

    /// <summary>One generated file.</summary>
    public const string File = nameof(File);

    /// <summary>What could not be generated.</summary>
    public const string Findings = nameof(Findings);

    /// <summary>The generated part of one shareable type.</summary>
    public const string Shareable = nameof(Shareable);

    /// <summary>Who reaches an accessor, as values.</summary>
    public const string Reach = nameof(Reach);
}
