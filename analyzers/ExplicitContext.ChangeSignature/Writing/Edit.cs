using ExplicitContext.ChangeSignature.Planning;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>A change of text, and the change of signature that wants it.</summary>
internal sealed record Edit(TextSpan Span, string Text, SignatureChange Cause);
