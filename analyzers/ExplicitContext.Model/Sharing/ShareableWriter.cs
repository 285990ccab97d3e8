using ExplicitContext.Model.Emitting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Sharing;

/// <summary>Writes how a <c>[Shareable]</c> type crosses, as one more part of it.</summary>
public sealed class ShareableWriter
{
    private const string Runtime = "global::ExplicitContext.Runtime";
    private const string Compiler = "global::System.Runtime.CompilerServices";

    private static SymbolDisplayFormat TypeFormat => SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly ShareablePlan plan;
    private readonly CodeWriter text;
    private readonly string self;

    private ShareableWriter(ShareablePlan plan)
    {
        this.plan = plan;
        self = plan.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        text = new($"How {self} crosses to another interpreter. Made by ExplicitContext; change the type, not this file.");
    }

    /// <summary>The file for a type, or null where none can be: it is not partial, something stands in the way, or it was written by hand.</summary>
    /// <param name="plan">The type's plan.</param>
    /// <param name="compilation">The compilation, which must know the runtime.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static ShareableFile? Write(ShareablePlan plan, Compilation compilation, CancellationToken cancellationToken)
    {
        var isPossible = plan is { IsPartial: true, Obstacles.IsEmpty: true }
            && compilation.GetTypeByMetadataName("ExplicitContext.Runtime.IShareable`1") is { } face
            && !plan.Type.Interfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, face))
            && (plan.Base is null || ShareablePlanner.HasGeneratedCode(plan.Base, cancellationToken));
        return isPossible ? new ShareableFile(TypeParts.HintName(plan.Type, "Shareable"), new ShareableWriter(plan).Text()) : null;
    }

    private IEnumerable<ShareableMember> Crossing => plan.Members.Where(member => member.Passage != Passage.ByReference);

    private string Text()
    {
        if (plan.Type.ContainingNamespace is { IsGlobalNamespace: false }) text.Line($"namespace {TypeParts.Namespace(plan.Type)};").Line("");
        text.OpenPart(plan.Type, $" : {Runtime}.IShareable<{self}>");
        Body();
        return text.CloseAll();
    }

    private void Body()
    {
        Line($"global::System.Type {Runtime}.IShareable.ShareableType => typeof({self});");
        Line("");
        if (plan.Kind == ShareableKind.ByReference)
        {
            Line($"static bool {Runtime}.IShareable<{self}>.CrossesByReference => true;");
            Line("");
        }

        Line($"object {Runtime}.IShareable.Cross(ref {Runtime}.CrossingScope scope) => (({Runtime}.IShareable<{self}>)this).Cross(ref scope);");
        Line("");
        if (plan.Kind == ShareableKind.ByReference)
        {
            Line($"{self} {Runtime}.IShareable<{self}>.Cross(ref {Runtime}.CrossingScope scope) => this;");
            return;
        }

        Open($"{self} {Runtime}.IShareable<{self}>.Cross(ref {Runtime}.CrossingScope scope)");
        if (plan.Type.IsValueType) CopyStruct();
        else if (plan.Kind == ShareableKind.Copied) CopyObject();
        else CheckObject();
        Close();
        foreach (var member in Crossing.Where(member => member.HiddenField is not null)) Accessor(member);
    }

    private void CopyStruct()
    {
        Line("var copy = this;");
        CrossMembersOf("copy");
        Line("return copy;");
    }

    // The copy is known before its members cross, since they may lead back to it.
    private void CopyObject()
    {
        Line("if (scope.TryGetCopy(this, out var copy)) return copy;");
        if (plan.Base is null)
        {
            Line($"copy = scope.Register(this, ({self})this.MemberwiseClone());");
        }
        else
        {
            CrossBase("copy");
            Line($"if (ReferenceEquals(copy, this)) copy = ({self})this.MemberwiseClone();");
            Line("scope.Register(this, copy);");
        }

        CrossMembersOf("copy");
        Line("return copy;");
    }

    private void CheckObject()
    {
        Line("var copies = scope.Copies;");
        if (plan.Base is not null) CrossBase("var copy");
        foreach (var member in Crossing) Line($"var {Local(member)} = scope.Cross({Storage(member, "this")}, \"{member.Symbol.Name}\");");
        Line("if (scope.Copies == copies) return this;");
        Line("");
        Line(plan.Base is null ? $"var copy = ({self})this.MemberwiseClone();" : $"if (ReferenceEquals(copy, this)) copy = ({self})this.MemberwiseClone();");
        foreach (var member in Crossing) Line($"{Target(member, "copy")} = {Local(member)};");
        Line("return copy;");
    }

    private void CrossBase(string target) => Line($"{target} = ({self})(({Runtime}.IShareable<{plan.Base!.ToDisplayString(TypeFormat)}>)this).Cross(ref scope);");

    private void CrossMembersOf(string instance)
    {
        foreach (var member in Crossing)
            Line($"{Target(member, instance)} = scope.{(member.Passage == Passage.Copied ? "Copy" : "Cross")}({Storage(member, instance)}, \"{member.Symbol.Name}\");");
    }

    private void Accessor(ShareableMember member)
    {
        Line("");
        Line($"[{Compiler}.UnsafeAccessor({Compiler}.UnsafeAccessorKind.Field, Name = \"{member.HiddenField}\")]");
        Line($"private static extern ref {member.Type.ToDisplayString(TypeFormat)} StorageOf{member.Symbol.Name}({(plan.Type.IsValueType ? "ref " : "")}{self} instance);");
    }

    /// <summary>An expression for the member's storage that can be read.</summary>
    private string Storage(ShareableMember member, string instance) => member.HiddenField is null
        ? $"{instance}.{Names.Escaped(member.Symbol.Name)}"
        : $"StorageOf{member.Symbol.Name}({(plan.Type.IsValueType ? "ref " : "")}{instance})";

    /// <summary>An expression for the member's storage that can be assigned, readonly or not.</summary>
    private string Target(ShareableMember member, string instance) => member is { HiddenField: null, CanBeAssigned: false }
        ? $"{Compiler}.Unsafe.AsRef(in {Storage(member, instance)})"
        : Storage(member, instance);

    private string Local(ShareableMember member) => "crossed" + member.Symbol.Name;

    private void Open(string header) => text.Open(header);

    private void Close() => text.Close();

    private void Line(string line) => text.Line(line);
}
