namespace Benchmarks.Measuring;

/// <summary>One bar of the runtime, with what one would use instead.</summary>
internal interface IBar
{
    /// <summary>Its number, such as "B7".</summary>
    string Id { get; }

    /// <summary>Measures, for at most some twenty seconds.</summary>
    IEnumerable<Row> Measure();
}
