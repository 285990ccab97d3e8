namespace ExplicitContext.Model.Incremental;

/// <summary>Is told what is bound, so that a test can hold what an edit costs. Called from several threads.</summary>
public interface IBindingObserver
{
    /// <summary>Parts of bodies in a file have been bound: statements, expressions, declarations.</summary>
    void OnBound(string path, int parts);
}
