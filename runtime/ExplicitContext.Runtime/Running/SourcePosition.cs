namespace ExplicitContext.Runtime;

/// <summary>A place in the source of a hosted language.</summary>
/// <param name="Source">The name that the source was run under.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1; null where the language does not tell.</param>
[Shareable]
public sealed record SourcePosition(string Source, int Line, int? Column = null)
{
    /// <summary>Source, line and column, as compilers print them.</summary>
    /// <returns>Such as "main.lua:3:7".</returns>
    public override string ToString() => Column is null ? $"{Source}:{Line}" : $"{Source}:{Line}:{Column}";
}
