using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>A place that refers to a member.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Location">The name; for a constructor also <c>new</c>, <c>base</c> or <c>this</c>.</param>
/// <param name="IsCertain">False where the reference is decided at run time, or does not compile.</param>
/// <param name="IsNamed">False where the language calls without saying so.</param>
internal sealed record Reference(Document Document, Location Location, bool IsCertain, bool IsNamed)
{
    public TextSpan Span => Location.SourceSpan;

    public Place Place => new(Document.Id, Span.Start);
}
