namespace ExplicitContext.Tool.Reporting.Sarif;

/// <summary>One finding.</summary>
internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifText Message,
    SarifLocation[] Locations,
    SarifLocation[]? RelatedLocations,
    SarifCodeFlow[]? CodeFlows,
    Dictionary<string, string>? PartialFingerprints,
    SarifSuppression[] Suppressions,
    string? BaselineState);

/// <summary>A place, its name, or both.</summary>
internal sealed record SarifLocation(int? Id, SarifPhysicalLocation? PhysicalLocation, SarifLogicalLocation[]? LogicalLocations, SarifText? Message = null);

/// <summary>A piece of a file.</summary>
internal sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion Region);

/// <summary>A file.</summary>
internal sealed record SarifArtifact(string Uri, string? UriBaseId);

/// <summary>Lines and columns, from 1, the end exclusive.</summary>
internal sealed record SarifRegion(int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>A declaration.</summary>
internal sealed record SarifLogicalLocation(string FullyQualifiedName, string DecoratedName, string Kind);

/// <summary>A way through the code that shows how a finding comes about.</summary>
internal sealed record SarifCodeFlow(SarifThreadFlow[] ThreadFlows);

/// <summary>The steps of one thread on that way.</summary>
internal sealed record SarifThreadFlow(SarifStep[] Locations);

/// <summary>One step.</summary>
internal sealed record SarifStep(SarifLocation Location);

/// <summary>Why a finding is not to be shown: it is suppressed in the source.</summary>
internal sealed record SarifSuppression(string Kind, string? Justification);
