using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Incremental;

/// <summary>Finds in the syntax what <see cref="Reach.MemberBodies"/> finds by binding: what runs, and by which names it is called.</summary>
internal static class BodyReader
{
    /// <summary>The bodies of one member of a type.</summary>
    public static void AddBodies(MemberDeclarationSyntax member, string type, Action<FoundBody> add)
    {
        switch (member)
        {
            case ConstructorDeclarationSyntax constructor when constructor.Modifiers.Any(SyntaxKind.StaticKeyword):
                add(new(constructor, [], [new(ImpliedNames.StaticInitialisers(type))]));
                break;
            case ConstructorDeclarationSyntax constructor:
                var implied = constructor.Initializer is { RawKind: (int)SyntaxKind.ThisConstructorInitializer }
                    ? [new(ImpliedNames.Construction(type), Arguments: constructor.Initializer.ArgumentList.Arguments.Count)]
                    : ImpliedBy(type, constructor.Initializer?.ArgumentList.Arguments.Count ?? 0);
                add(new(constructor, Constructors(type), implied) { Arguments = ArgumentRange.Of(constructor) });
                break;
            case BaseMethodDeclarationSyntax method when method.Body is not null || method.ExpressionBody is not null:
                add(new(method, Names(method), method.Modifiers.Any(SyntaxKind.AsyncKeyword) ? [.. NameScanner.OnBuilder.Select(name => new Mention(name))] : [])
                {
                    Qualifier = IsQualified(method) ? type : null,
                    Type = IsExtension(method) ? null : type,
                    Arguments = ArgumentRange.Of(method),
                });
                if (method is MethodDeclarationSyntax { Identifier.ValueText: "Create" } && IsQualified(method))
                {
                    // An attribute may name the builder of a task or of a collection.
                    add(new(method, [ImpliedNames.CallOn("Create")], []));
                }

                break;
            case BasePropertyDeclarationSyntax property:
                AddAccessors(property, type, add);
                break;
            case BaseFieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                foreach (var initializer in field.Declaration.Variables.Select(variable => variable.Initializer).OfType<EqualsValueClauseSyntax>())
                {
                    add(new(initializer, Initialised(field.Modifiers, type), []));
                }

                break;
        }
    }

    /// <summary>What a type's constructor runs that is not written in one: initialisers, the base's constructor.</summary>
    public static void AddConstruction(TypeDeclarationSyntax type, string name, Action<FoundBody> add)
    {
        // Who writes a constructor has no other; a record still has what is written for it.
        if (type is ClassDeclarationSyntax { ParameterList: null } && type.Members.Any(member => member is ConstructorDeclarationSyntax constructor && !constructor.Modifiers.Any(SyntaxKind.StaticKeyword)))
        {
            return;
        }

        var isPlain = type is ClassDeclarationSyntax or StructDeclarationSyntax && !type.Modifiers.Any(SyntaxKind.PartialKeyword) && type.BaseList?.Types.Any(listed => listed is PrimaryConstructorBaseTypeSyntax) != true;
        add(new(type, Constructors(name), ImpliedBy(name, isPlain ? 0 : Mention.Unknown)));
        if (type is RecordDeclarationSyntax record)
        {
            add(RecordMembers(record, name));
        }

        foreach (var primary in type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>() ?? [])
        {
            add(new(primary, Constructors(name), ImpliedBy(name, primary.ArgumentList.Arguments.Count)));
        }
    }

    /// <summary>What the compiler writes for a record: it prints, compares and copies what the record holds.</summary>
    private static FoundBody RecordMembers(RecordDeclarationSyntax record, string name)
    {
        string[] written = ["ToString", "PrintMembers", "Equals", "GetHashCode", "Deconstruct"];
        var held = record.Members.SelectMany(DeclarationSignatures.NamesOf).Concat(record.ParameterList?.Parameters.Select(parameter => parameter.Identifier.ValueText) ?? []);
        return new(
            record,
            [.. written, .. written.Select(ImpliedNames.CallOn), ImpliedNames.Operator("=="), ImpliedNames.Operator("!="), ImpliedNames.AnyConstruction],
            [.. from mentioned in (string[])[.. held, .. written, .. written.Select(ImpliedNames.CallOn), ImpliedNames.Operator("=="), ImpliedNames.Construction(name)] select new Mention(mentioned)]);
    }

    private static void AddAccessors(BasePropertyDeclarationSyntax property, string type, Action<FoundBody> add)
    {
        var names = Names(property);
        foreach (var accessor in property.AccessorList?.Accessors.Where(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) ?? [])
        {
            AddAccessor(accessor);
        }

        if (property is PropertyDeclarationSyntax { ExpressionBody: { } arrow })
        {
            AddAccessor(arrow);
        }
        else if (property is IndexerDeclarationSyntax { ExpressionBody: { } indexed })
        {
            AddAccessor(indexed);
        }

        if (property is PropertyDeclarationSyntax { Initializer: { } initializer })
        {
            add(new(initializer, Initialised(property.Modifiers, type), []));
        }

        void AddAccessor(SyntaxNode accessor) => add(new(accessor, names, []) { Qualifier = IsQualified(property) ? type : null, Type = IsExtension(property) ? null : type });
    }

    /// <summary>Static members need their type's name at the call; not extension methods, nor those of interfaces and what implements them, which a type parameter leads to.</summary>
    private static bool IsQualified(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax or PropertyDeclarationSyntax or EventDeclarationSyntax
        && member.Modifiers.Any(SyntaxKind.StaticKeyword)
        && member.Parent is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax
        && !(member.Parent is TypeDeclarationSyntax { BaseList: not null } && member.Modifiers.Any(SyntaxKind.PublicKeyword))
        && !(member is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } && first.Modifiers.Any(SyntaxKind.ThisKeyword));

    /// <summary>Extensions are called on objects of other types, <c>this</c> among them.</summary>
    private static bool IsExtension(MemberDeclarationSyntax member) =>
        member.Parent is not (ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax or InterfaceDeclarationSyntax)
        || member is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } && first.Modifiers.Any(SyntaxKind.ThisKeyword);

    /// <summary>What is called on an instance, or as an extension, may be called by a construct that does not write the name.</summary>
    private static ImmutableArray<string> Names(MemberDeclarationSyntax member) =>
        [.. DeclarationSignatures.NamesOf(member), .. IsQualified(member) ? [] : DeclarationSignatures.NamesOf(member).Select(ImpliedNames.CallOn), .. WrittenNames(member)];

    /// <summary>The accessors of an extension property are static methods that can be called as such.</summary>
    private static IEnumerable<string> WrittenNames(MemberDeclarationSyntax member) =>
        member is PropertyDeclarationSyntax { Parent: not (ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax or InterfaceDeclarationSyntax), Identifier.ValueText: var name }
            ? ["get_" + name, "set_" + name]
            : [];

    private static ImmutableArray<string> Initialised(SyntaxTokenList modifiers, string type) =>
        [modifiers.Any(SyntaxKind.StaticKeyword) ? ImpliedNames.StaticInitialisers(type) : ImpliedNames.Initialisers(type)];

    private static ImmutableArray<string> Constructors(string type) => [ImpliedNames.Construction(type), ImpliedNames.AnyConstruction];

    private static ImmutableArray<Mention> ImpliedBy(string type, int arguments) => [new(ImpliedNames.ConstructionOfBase(type), Arguments: arguments), new(ImpliedNames.Initialisers(type))];

    /// <summary>A body as it stands in the syntax; see <see cref="BodyMentions"/>. What it implies, its declaration does, or all of it where it has none.</summary>
    internal sealed record FoundBody(SyntaxNode Node, ImmutableArray<string> Names, ImmutableArray<Mention> Implied)
    {
        public string? Qualifier { get; init; }

        public string? Type { get; init; }

        public ArgumentRange Arguments { get; init; } = ArgumentRange.Unlimited;
    }
}
