using ExplicitContext.Model.Incremental;

namespace ExplicitContext.Model.Rewriting;

/// <summary>Is told what generation does, so that a test can hold what an edit costs, and let a step fail. Called from several threads.</summary>
public interface IGenerationObserver : IBindingObserver
{
    /// <summary>A step begins for one member.</summary>
    /// <param name="step">The step.</param>
    /// <param name="member">The name of the member.</param>
    void OnStep(GenerationStep step, string member);
}
