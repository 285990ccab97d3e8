using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExplicitContext.Tool.Tests.Reporting;

/// <summary>
/// What the OASIS schema of SARIF 2.1.0 says of the objects that we write: which properties there are, which are required, what they hold.
/// Whatever is not listed is a fault, so the list grows with what we write.
/// </summary>
internal static class SarifSchema
{
    private static readonly Dictionary<string, string> Objects = new()
    {
        ["log"] = "$schema:uri version!:=2.1.0 runs!:[run]",
        ["run"] = "tool!:tool invocations:[invocation] originalUriBaseIds:{artifactLocation} automationDetails:runAutomationDetails columnKind:=utf16CodeUnits|unicodeCodePoints results:[result]",
        ["tool"] = "driver!:toolComponent",
        ["toolComponent"] = "name!:string fullName:string semanticVersion:string informationUri:uri rules:[reportingDescriptor]",
        ["reportingDescriptor"] = "id!:string shortDescription:multiformatMessageString fullDescription:multiformatMessageString help:multiformatMessageString helpUri:uri defaultConfiguration:reportingConfiguration properties:propertyBag",
        ["multiformatMessageString"] = "text!:string markdown:string",
        ["reportingConfiguration"] = "enabled:boolean level:=none|note|warning|error",
        ["propertyBag"] = "category:string tags:[string]",
        ["invocation"] = "executionSuccessful!:boolean toolExecutionNotifications:[notification]",
        ["notification"] = "level:=none|note|warning|error message!:message",
        ["runAutomationDetails"] = "id:string",
        ["artifactLocation"] = "uri:uri-reference uriBaseId:string description:message",
        ["message"] = "text:string id:string",
        ["result"] = "ruleId:string ruleIndex:integer level:=none|note|warning|error message!:message locations:[location] relatedLocations:[location] codeFlows:[codeFlow] partialFingerprints:{string} suppressions:[suppression] baselineState:=new|unchanged|updated|absent",
        ["location"] = "id:integer physicalLocation:physicalLocation logicalLocations:[logicalLocation] message:message",
        ["physicalLocation"] = "artifactLocation:artifactLocation region:region",
        ["region"] = "startLine:positive startColumn:positive endLine:positive endColumn:positive",
        ["logicalLocation"] = "name:string fullyQualifiedName:string decoratedName:string kind:=function|member|module|namespace|parameter|resource|returnType|type|variable",
        ["codeFlow"] = "threadFlows!:[threadFlow] message:message",
        ["threadFlow"] = "locations!:[threadFlowLocation]",
        ["threadFlowLocation"] = "location:location",
        ["suppression"] = "kind!:=inSource|external status:=accepted|underReview|rejected justification:string",
    };

    /// <summary>The faults of a log, each with its path.</summary>
    public static IReadOnlyList<string> Faults(JsonNode log)
    {
        var faults = new List<string>();
        Check(log, "log", "$", faults);
        return faults;
    }

    private static void Check(JsonNode? node, string type, string path, List<string> faults)
    {
        if (type[0] == '[')
        {
            if (node is not JsonArray array) faults.Add($"{path} is no array");
            else for (var i = 0; i < array.Count; i++) Check(array[i], type[1..^1], $"{path}[{i}]", faults);
        }
        else if (type[0] == '{')
        {
            if (node is not JsonObject map) faults.Add($"{path} is no object");
            else foreach (var (name, value) in map) Check(value, type[1..^1], $"{path}.{name}", faults);
        }
        else if (Objects.TryGetValue(type, out var properties))
        {
            CheckObject(node, properties, path, faults);
        }
        else if (!IsValue(node, type))
        {
            faults.Add($"{path} is {node?.ToJsonString() ?? "null"}, not {type}");
        }
    }

    private static void CheckObject(JsonNode? node, string properties, string path, List<string> faults)
    {
        if (node is not JsonObject given)
        {
            faults.Add($"{path} is no object");
            return;
        }

        var known = properties.Split(' ').Select(property => property.Split(':', 2)).ToDictionary(parts => parts[0].TrimEnd('!'), parts => parts);
        faults.AddRange(known.Where(property => property.Value[0].EndsWith('!') && !given.ContainsKey(property.Key)).Select(property => $"{path}.{property.Key} is required"));
        foreach (var (name, value) in given)
        {
            if (known.TryGetValue(name, out var property)) Check(value, property[1], $"{path}.{name}", faults);
            else faults.Add($"{path}.{name} is no property of it");
        }
    }

    private static bool IsValue(JsonNode? node, string type) => type switch
    {
        "string" => node?.GetValueKind() == JsonValueKind.String,
        "boolean" => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "integer" => node?.GetValueKind() == JsonValueKind.Number && (int)node >= -1,
        "positive" => node?.GetValueKind() == JsonValueKind.Number && (int)node >= 1,
        "uri" => node?.GetValueKind() == JsonValueKind.String && Uri.TryCreate((string)node!, UriKind.Absolute, out _),
        "uri-reference" => node?.GetValueKind() == JsonValueKind.String && Uri.IsWellFormedUriString((string)node!, UriKind.RelativeOrAbsolute),
        ['=', ..] => node?.GetValueKind() == JsonValueKind.String && type[1..].Split('|').Contains((string)node!),
        _ => throw new ArgumentException($"'{type}' is no type of the schema.", nameof(type)),
    };
}
