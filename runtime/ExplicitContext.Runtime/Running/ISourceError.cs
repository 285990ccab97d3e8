namespace ExplicitContext.Runtime;

/// <summary>An exception of a hosted language that knows where in the source it arose. It crosses as <see cref="ErrorInfo.Position"/>.</summary>
public interface ISourceError
{
    /// <summary>Where; null where it is not known.</summary>
    SourcePosition? Position { get; }
}
