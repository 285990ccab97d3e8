using ExplicitContext.Model;
using ExplicitContext.Model.Rewriting.Texts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>Turns requests into changes of whole families, or into refusals.</summary>
internal sealed class ChangePlanner(SourceFiles files, ChangeOptions options)
{
    private readonly MemberFamily families = new(files);
    private readonly ReflectedNames reflected = new(files);
    private readonly Dictionary<Place, SignatureChange> changes = [];
    private readonly List<Refusal> refusals = [];

    /// <summary>Why requests are refused.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals;

    /// <summary>The changes, in the order of their first request.</summary>
    public async Task<IReadOnlyList<SignatureChange>> PlanAsync(IEnumerable<ContextRequest> requests, CancellationToken cancellationToken)
    {
        var planned = new List<SignatureChange>();
        var wishes = new List<(SignatureChange Change, ContextType Context)>();
        foreach (var request in requests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var member = request.Member.OriginalDefinition;
            if (member.Parameters.Any(parameter => ContextParameter.IsSame(request.Context.Type, parameter.Type)))
                continue;
            var isKnown = files.PlaceOf(member) is { } place && changes.ContainsKey(place);
            if (await ChangeOfAsync(member, request.Context, cancellationToken).ConfigureAwait(false) is not { } change)
                continue;
            if (!isKnown)
                planned.Add(change);
            if (!change.Requested.Contains(member, SymbolEqualityComparer.Default))
                change.Requested.Add(member);
            if (!wishes.Any(wish => wish.Change == change && ContextParameter.IsSame(wish.Context.Type, request.Context.Type)))
                wishes.Add((change, request.Context));
        }

        foreach (var (change, context) in wishes)
        {
            if (AddParameter(change, context, cancellationToken) is { } reason)
            {
                planned.Remove(change);
                refusals.AddRange(change.Requested.Select(member => new Refusal(member, member.Locations[0], reason)));
            }
        }

        foreach (var change in planned)
            change.References = await References.ToAsync(change, files, cancellationToken).ConfigureAwait(false);
        return planned;
    }

    private async Task<SignatureChange?> ChangeOfAsync(IMethodSymbol member, ContextType context, CancellationToken cancellationToken)
    {
        if (files.PlaceOf(member) is { } known && changes.TryGetValue(known, out var change))
            return change;

        var family = await families.OfAsync(member, cancellationToken).ConfigureAwait(false);
        var declarations = new List<Declaration>();
        foreach (var relative in family)
        {
            var reason = await DeclareAsync(relative, declarations, cancellationToken).ConfigureAwait(false)
                ?? (FixedSignature.HasTwin(relative, context) ? $"'{MemberName.Of(relative)}' already has an overload that takes the context; call that." : null);
            if (reason is not null)
            {
                refusals.Add(new(member, relative.Locations[0], reason));
                return null;
            }
        }

        var exposed = options.KeepsPublicSignatures ? family.FirstOrDefault(PublicSurface.Includes) : null;
        if (exposed is not null && family.Select(PublicSurface.ReasonAgainstOverload).FirstOrDefault(reason => reason is not null) is { } obstacle)
        {
            refusals.Add(new(member, exposed.Locations[0], obstacle));
            return null;
        }

        change = new(declarations, keepsLegacy: exposed is not null);
        foreach (var place in family.Select(files.PlaceOf).OfType<Place>())
            changes[place] = change;
        return change;
    }

    private async Task<string?> DeclareAsync(IMethodSymbol member, List<Declaration> declarations, CancellationToken cancellationToken)
    {
        if (!member.Locations.Any(location => location.IsInSource))
            return $"'{MemberName.Of(member)}' is declared outside of the solution.";
        if (member.MethodKind != MethodKind.Constructor && await reflected.ContainAsync(member.Name, cancellationToken).ConfigureAwait(false))
            return $"'{MemberName.Of(member)}' is looked for by reflection, which would not hand anything to it.";
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            if (await files.OfAsync(reference.SyntaxTree, cancellationToken).ConfigureAwait(false) is not { IsGenerated: false } file)
                return $"'{MemberName.Of(member)}' is declared in generated code.";
            if (FixedSignature.ReasonFor(member, file.Contexts) is { } reason)
                return reason;
            declarations.Add(new(file, await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false), member));
        }

        if (EnclosingMember.IsPrimary(member))
            await AddPartsAsync(member, declarations, cancellationToken).ConfigureAwait(false);
        return declarations.Exists(declaration => SymbolEqualityComparer.Default.Equals(declaration.Member, member)) ? null : $"'{MemberName.Of(member)}' is written by the compiler; write it out first.";
    }

    /// <summary>What initialises instances may stand in any part of the type.</summary>
    private async Task AddPartsAsync(IMethodSymbol primary, List<Declaration> declarations, CancellationToken cancellationToken)
    {
        foreach (var part in primary.ContainingType.DeclaringSyntaxReferences)
        {
            if (!primary.DeclaringSyntaxReferences.Any(own => own.SyntaxTree == part.SyntaxTree && own.Span == part.Span)
                && await files.OfAsync(part.SyntaxTree, cancellationToken).ConfigureAwait(false) is { IsGenerated: false } file)
            {
                declarations.Add(new(file, await part.GetSyntaxAsync(cancellationToken).ConfigureAwait(false), primary));
            }
        }
    }

    /// <summary>Adds the parameter to a change; answers why not, where nothing would come of it.</summary>
    private static string? AddParameter(SignatureChange change, ContextType context, CancellationToken cancellationToken)
    {
        var accessors = new List<AmbientAccessor>();
        var names = new List<string>();
        var used = new HashSet<string>(change.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal);
        string? obstacle = null;
        foreach (var declaration in change.Declarations)
        {
            var reads = BodyReads.Of(declaration, context, cancellationToken);
            if (reads.SetsTheAmbient)
                return $"'{MemberName.Of(declaration.Member)}' sets the ambient itself, so it may not read the same one throughout.";
            obstacle ??= reads.Obstacle;
            accessors.AddRange(reads.Replaceable.Select(read => read.Accessor));
            names.Add(ContextName.For(context, declaration.Node, declaration.File.Model, BodyReads.OfTheContextItself(reads.Replaceable)).Name);
            used.UnionWith(ContextName.UsedIn(declaration.Node));
        }

        if (accessors.Count == 0 && obstacle is not null)
            return obstacle;

        var preferred = context.ParameterName;
        var name = names.TrueForAll(candidate => candidate == preferred) && !change.Parameters.Exists(parameter => parameter.Name == preferred)
            ? preferred
            : Names.Free(preferred, used.Contains);
        change.Parameters.Add(new(context, name, ContextParameter.AmbientOf(context, accessors, change.Declarations[0].File.Contexts)));
        return null;
    }
}
