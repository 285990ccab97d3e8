namespace ExplicitContext.Model.Incremental;

/// <summary>Is told what is bound, so that a test can hold what an edit costs. Called from several threads.</summary>
public interface IBindingObserver
{
    /// <summary>Bodies of a file have been bound.</summary>
    void OnBound(string path, int bodies);
}
