using System.Collections.Immutable;

namespace ExplicitContext.Migration.Loading;

/// <summary>What a <see cref="DesignTimeBuild"/> brought.</summary>
internal sealed record DesignTimeResult(ImmutableArray<DesignTimeDump> Dumps, ImmutableArray<BuildError> Errors, CommandResult Command);
