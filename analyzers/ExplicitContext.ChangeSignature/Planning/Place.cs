using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>A position in a document: what a declaration is known by, whichever compilation shows it.</summary>
internal readonly record struct Place(DocumentId Document, int Position);
