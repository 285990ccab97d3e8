using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Incremental;

/// <summary>Reads the facts of one file from its syntax.</summary>
internal sealed class TreeFactsReader
{
    private readonly ImmutableArray<DeclaredName>.Builder declarations = ImmutableArray.CreateBuilder<DeclaredName>();
    private readonly ImmutableArray<TypeHeader>.Builder headers = ImmutableArray.CreateBuilder<TypeHeader>();
    private readonly ImmutableArray<BodyMentions>.Builder bodies = ImmutableArray.CreateBuilder<BodyMentions>();
    private readonly ImmutableArray<NameLink>.Builder links = ImmutableArray.CreateBuilder<NameLink>();
    private readonly ImmutableArray<ReachableName>.Builder accessors = ImmutableArray.CreateBuilder<ReachableName>();
    private readonly HashSet<Mention> mentioned = [];
    private readonly HashSet<string> mentions = new(StringComparer.Ordinal);
    private readonly HashSet<string> globalMentions = new(StringComparer.Ordinal);
    private readonly List<string> usedStatically = [];
    private readonly CancellationToken cancellationToken;
    private Fingerprint everything = Fingerprint.Empty;
    private Fingerprint usings = Fingerprint.Empty;

    private TreeFactsReader(CancellationToken cancellationToken) => this.cancellationToken = cancellationToken;

    public static TreeFacts Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var reader = new TreeFactsReader(cancellationToken);
        if (tree.GetRoot(cancellationToken) is CompilationUnitSyntax unit)
        {
            reader.ReadUnit(unit);
        }

        return new(
            new(reader.declarations.ToImmutable()),
            new(reader.headers.ToImmutable()),
            new(reader.bodies.ToImmutable()),
            new(reader.links.ToImmutable()),
            Distinct(reader.mentions),
            Distinct(reader.globalMentions),
            new(reader.accessors.ToImmutable()),
            reader.everything.Value);
    }

    private void ReadUnit(CompilationUnitSyntax unit)
    {
        ReadUsings(unit.Usings);
        foreach (var list in unit.AttributeLists)
        {
            AddToEverything(DeclarationSignatures.Hash(Fingerprint.Empty, list, mentions).Value);
        }

        for (var directive = unit.GetFirstDirective(IsNullable); directive is not null; directive = directive.GetNextDirective(IsNullable))
        {
            usings = usings.Add(directive.ToString());
        }

        if (unit.Members.Any(SyntaxKind.GlobalStatement))
        {
            Declare("Main", Fingerprint.Empty.Add("top-level statements"), []);
            AddBody(new(unit, [], []), []);
        }

        ReadMembers(unit.Members, "", []);
    }

    private void ReadUsings(SyntaxList<UsingDirectiveSyntax> directives)
    {
        foreach (var directive in directives)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            var hash = DeclarationSignatures.Hash(Fingerprint.Empty, directive, names).Value;
            var isGlobal = directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
            if (directive.Alias is { Name.Identifier.ValueText: var alias })
            {
                var target = NameScanner.RightmostName(directive.NamespaceOrType);
                headers.Add(new(alias, hash, Array(target), Distinct(names)) { IsAlias = true });
                links.Add(new(ImpliedNames.Construction(alias), Array(ImpliedNames.Construction(target)), IsSameCall: true));
            }
            else if (directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword))
            {
                (isGlobal ? (ICollection<string>)globalMentions : usedStatically).Add(NameScanner.RightmostName(directive.NamespaceOrType));
            }

            if (isGlobal)
            {
                globalMentions.UnionWith(names);
                AddToEverything(hash);
            }

            mentions.UnionWith(names);
            usings = usings.Add(hash);
        }
    }

    private void ReadMembers(SyntaxList<MemberDeclarationSyntax> members, string container, ImmutableArray<string> around)
    {
        foreach (var member in members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    DeclareNamespace(space.Name);
                    ReadUsings(space.Usings);
                    ReadMembers(space.Members, $"{container}.{space.Name}", around);
                    break;
                case TypeDeclarationSyntax type:
                    ReadType(type, container, around);
                    break;
                case EnumDeclarationSyntax or DelegateDeclarationSyntax:
                    ReadClosedType(member, container);
                    break;
                case not GlobalStatementSyntax:
                    ReadMember(member, container, around);
                    break;
            }
        }
    }

    private void ReadType(TypeDeclarationSyntax type, string container, ImmutableArray<string> around)
    {
        var name = type.Identifier.ValueText ?? "";
        var inside = $"{container}.{name}`{type.TypeParameterList?.Parameters.Count ?? 0}{type.Modifiers}";
        var types = new HashSet<string>(StringComparer.Ordinal);
        var handedIn = new HashSet<string>(StringComparer.Ordinal);
        var hash = DeclarationSignatures.HashHeader(Start(container), type, types, handedIn);
        var own = hash.Value;
        foreach (var unnamed in type.Members.Where(DeclarationSignatures.IsUsedUnnamed))
        {
            hash = DeclarationSignatures.Hash(hash, unnamed, unnamed is ConstructorDeclarationSyntax ? handedIn : types);
        }

        var bases = type.BaseList is { } list ? [.. list.Types.Select(listed => NameScanner.RightmostName(listed.Type))] : ImmutableArray<string>.Empty;
        headers.Add(new(name, hash.Value, new(bases), Distinct(types)));
        var constructed = type.BaseList?.DescendantNodes().OfType<TypeArgumentListSyntax>().SelectMany(arguments => arguments.Arguments).Select(NameScanner.RightmostName) ?? [];
        links.Add(new(ImpliedNames.ConstructionOfBase(name), new([.. bases.Select(ImpliedNames.Construction)]), IsSameCall: true));
        links.Add(new(ImpliedNames.ConstructionOfBase(name), new([.. constructed.Select(ImpliedNames.Construction)]), IsSameCall: false));
        LinkParams(type.ParameterList, [ImpliedNames.Construction(name), ImpliedNames.AnyConstruction]);
        Declare(ImpliedNames.AnyConstruction, hash, handedIn);
        handedIn.UnionWith(types);
        Declare(name, hash, handedIn);
        foreach (var parameter in type.ParameterList?.Parameters ?? [])
        {
            Declare(parameter.Identifier.ValueText, new Fingerprint(own).Add(parameter.Identifier.ValueText), handedIn);
        }

        foreach (var attribute in type.AttributeLists.SelectMany(attributes => attributes.Attributes).Where(attribute => NameScanner.RightmostName(attribute.Name).StartsWith("CollectionBuilder", StringComparison.Ordinal)))
        {
            var builders = attribute.DescendantTokens().Select(token => token.ValueText).Where(text => text.Length > 0);
            links.Add(new(ImpliedNames.CollectionExpression, new([.. builders]), IsSameCall: false));
        }

        around = around.Add(name);
        BodyReader.AddConstruction(type, name, body => AddBody(body, around));
        ReadMembers(type.Members, inside, around);
    }

    private void ReadClosedType(MemberDeclarationSyntax type, string container)
    {
        var name = type is EnumDeclarationSyntax declared ? declared.Identifier.ValueText : ((DelegateDeclarationSyntax)type).Identifier.ValueText;
        var types = new HashSet<string>(StringComparer.Ordinal);
        var hash = DeclarationSignatures.Hash(Start(container), type, types);
        headers.Add(new(name, hash.Value, default, Distinct(types)));
        Declare(name, hash, types);
        foreach (var member in (type as EnumDeclarationSyntax)?.Members ?? [])
        {
            Declare(member.Identifier.ValueText, hash, types);
        }
    }

    private void ReadMember(MemberDeclarationSyntax member, string container, ImmutableArray<string> around)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        var hash = DeclarationSignatures.Hash(Start(container), member, types);
        var isAccessor = member.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => NameScanner.RightmostName(attribute.Name) is "AmbientAccessor" or KnownAttributes.AmbientAccessor);
        foreach (var name in DeclarationSignatures.NamesOf(member))
        {
            if (name != ImpliedNames.Conversion)
            {
                Declare(name, hash, types);
            }

            if (isAccessor)
            {
                accessors.Add(new(name, around.LastOrDefault()));
            }
        }

        LinkParams(
            (BaseParameterListSyntax?)(member as BaseMethodDeclarationSyntax)?.ParameterList ?? (member as IndexerDeclarationSyntax)?.ParameterList,
            member is ConstructorDeclarationSyntax constructor ? [ImpliedNames.Construction(constructor.Identifier.ValueText), ImpliedNames.AnyConstruction] : DeclarationSignatures.NamesOf(member));
        BodyReader.AddBodies(member, around.LastOrDefault() ?? "", body => AddBody(body, around));
    }

    /// <summary>Who calls a member with <c>params</c> makes the collection, and writes neither its type nor brackets.</summary>
    private void LinkParams(BaseParameterListSyntax? parameters, IEnumerable<string> callers)
    {
        foreach (var parameter in parameters?.Parameters.Where(parameter => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)) ?? [])
        {
            var mentioned = NameScanner.OfParams(parameter).ToImmutableArray();
            links.AddRange(mentioned.IsEmpty ? [] : callers.Select(caller => new NameLink(caller, new(mentioned), IsSameCall: false)));
        }
    }

    private void AddBody(BodyReader.FoundBody body, ImmutableArray<string> around)
    {
        var names = new EquatableArray<string>(body.Names);
        var types = new EquatableArray<string>([.. around.Concat(usedStatically).Distinct()]);
        var evident = new EvidentTypes(body.Node);
        mentions.UnionWith(types.Items);
        foreach (var part in BodyPart.In(body.Node))
        {
            mentioned.Clear();
            mentioned.Add(new(ImpliedNames.Conversion));
            if (part.Node == body.Node)
            {
                mentioned.UnionWith(body.Implied);
            }

            part.AddNames(mentioned, evident);
            bodies.Add(new(part.Span, names, body.Qualifier, body.Type, body.Arguments, new([.. mentioned]), types));
            foreach (var mention in mentioned)
            {
                _ = mention.Name.Length > 0 && mentions.Add(ImpliedNames.Declared(mention.Name));
            }
        }

        everything = body.Names.Aggregate(everything, (sum, name) => sum.Add(name)).Add(body.Qualifier ?? "").Add(body.Type ?? "");
    }

    private static bool IsNullable(DirectiveTriviaSyntax directive) => directive.IsKind(SyntaxKind.NullableDirectiveTrivia);

    /// <summary>What a signature means depends on where it stands and on the usings around it.</summary>
    private Fingerprint Start(string container) => usings.Add(container);

    private void DeclareNamespace(NameSyntax space)
    {
        foreach (var name in space.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)))
        {
            declarations.Add(new(name.ValueText, Fingerprint.Of(space.ToString()), default) { IsNamespace = true });
            mentions.Add(name.ValueText);
            AddToEverything(Fingerprint.Of(name.ValueText));
        }
    }

    private void Declare(string name, Fingerprint hash, HashSet<string> types)
    {
        declarations.Add(new(name, hash.Value, Distinct(types)));
        _ = name == ImpliedNames.AnyConstruction || mentions.Add(name);
        mentions.UnionWith(types);
        AddToEverything(hash.Add(name).Value);
    }

    private void AddToEverything(ulong hash) => everything = everything.Add(hash);

    private static EquatableArray<string> Array(string item) => new([item]);

    private static EquatableArray<string> Distinct(HashSet<string> names) => names.Count == 0 ? default : new([.. names]);
}
