namespace ExplicitContext.Runtime;

/// <summary>Crosses to other interpreters as it is: a handle to something between them.</summary>
internal interface ICrossesByReference;
