using System.Text.Json.Serialization;

namespace ExplicitContext.Tool.Reporting.Sarif;

/// <summary>A SARIF 2.1.0 log: as much of the format as we write. Names and meanings are those of the OASIS standard.</summary>
internal sealed record SarifLog([property: JsonPropertyName("$schema")] string Schema, string Version, SarifRun[] Runs);

/// <summary>One run of the tool over one solution.</summary>
internal sealed record SarifRun(
    SarifTool Tool,
    SarifInvocation[] Invocations,
    Dictionary<string, SarifUriBase> OriginalUriBaseIds,
    SarifAutomation AutomationDetails,
    string ColumnKind,
    SarifResult[] Results);

/// <summary>What ran.</summary>
internal sealed record SarifTool(SarifDriver Driver);

/// <summary>The program and its rules.</summary>
internal sealed record SarifDriver(string Name, string FullName, string SemanticVersion, string InformationUri, SarifRule[] Rules);

/// <summary>One rule.</summary>
internal sealed record SarifRule(
    string Id, SarifText ShortDescription, SarifText FullDescription, SarifText Help, string HelpUri, SarifRuleConfiguration DefaultConfiguration, SarifRuleProperties Properties);

/// <summary>How severe a rule is where nothing else is said.</summary>
internal sealed record SarifRuleConfiguration(bool Enabled, string Level);

/// <summary>What the standard has no word for.</summary>
internal sealed record SarifRuleProperties(string Category, string[] Tags);

/// <summary>Whether the run could do all of its work.</summary>
internal sealed record SarifInvocation(bool ExecutionSuccessful, SarifNotification[] ToolExecutionNotifications);

/// <summary>Something that went wrong during the run.</summary>
internal sealed record SarifNotification(string Level, SarifText Message);

/// <summary>Which of several kinds of run this is.</summary>
internal sealed record SarifAutomation(string Id);

/// <summary>What a base of URIs stands for; where it lies differs from machine to machine, and is not said.</summary>
internal sealed record SarifUriBase(SarifText Description);

/// <summary>Plain text.</summary>
internal sealed record SarifText(string Text);
