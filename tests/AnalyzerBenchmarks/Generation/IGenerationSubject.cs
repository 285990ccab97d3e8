namespace AnalyzerBenchmarks.Generation;

/// <summary>Code of one generator: files of ten methods that it rewrites, and one of which it need not know.</summary>
internal interface IGenerationSubject
{
    /// <summary>What all files use.</summary>
    string Shared { get; }

    /// <summary>One file of ten methods of twelve statements.</summary>
    /// <param name="file">The number of the file.</param>
    /// <param name="files">How many there are: each calls the next.</param>
    string File(int file, int files);
}
