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
                add(new(constructor, [], null, [ImpliedNames.StaticInitialisers(type)]));
                break;
            case ConstructorDeclarationSyntax constructor:
                var implied = constructor.Initializer is { RawKind: (int)SyntaxKind.ThisConstructorInitializer }
                    ? [ImpliedNames.Construction(type)]
                    : ImpliedBy(type);
                add(new(constructor, Constructors(type), null, implied));
                break;
            case BaseMethodDeclarationSyntax method when method.Body is not null || method.ExpressionBody is not null:
                add(new(method, Names(method), IsQualified(method) ? type : null, method.Modifiers.Any(SyntaxKind.AsyncKeyword) ? NameScanner.OnBuilder : []));
                if (method is MethodDeclarationSyntax { Identifier.ValueText: "Create" } && IsQualified(method))
                {
                    // An attribute may name the builder of a task or of a collection.
                    add(new(method, [ImpliedNames.CallOn("Create")], null, []));
                }

                break;
            case BasePropertyDeclarationSyntax property:
                AddAccessors(property, type, add);
                break;
            case BaseFieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                foreach (var initializer in field.Declaration.Variables.Select(variable => variable.Initializer).OfType<EqualsValueClauseSyntax>())
                {
                    add(new(initializer, Initialised(field.Modifiers, type), null, []));
                }

                break;
        }
    }

    /// <summary>What a type's constructor runs that is not written in one: initialisers, the base's constructor.</summary>
    public static void AddConstruction(TypeDeclarationSyntax type, string name, Action<FoundBody> add)
    {
        add(new(type, Constructors(name), null, ImpliedBy(name)));
        if (type is RecordDeclarationSyntax record)
        {
            add(RecordMembers(record, name));
        }

        foreach (var primary in type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>() ?? [])
        {
            add(new(primary, Constructors(name), null, ImpliedBy(name)));
        }
    }

    /// <summary>What the compiler writes for a record: it prints, compares and copies what the record holds.</summary>
    private static FoundBody RecordMembers(RecordDeclarationSyntax record, string name)
    {
        string[] written = ["ToString", "PrintMembers", "Equals", "GetHashCode", "Deconstruct"];
        var held = record.Members.SelectMany(Signatures.NamesOf).Concat(record.ParameterList?.Parameters.Select(parameter => parameter.Identifier.ValueText) ?? []);
        return new(
            record,
            [.. written, .. written.Select(ImpliedNames.CallOn), ImpliedNames.Operator("=="), ImpliedNames.Operator("!="), ImpliedNames.AnyConstruction],
            null,
            [.. held, .. written, .. written.Select(ImpliedNames.CallOn), ImpliedNames.Operator("=="), ImpliedNames.Construction(name)]);
    }

    private static void AddAccessors(BasePropertyDeclarationSyntax property, string type, Action<FoundBody> add)
    {
        var names = Names(property);
        var qualifier = IsQualified(property) ? type : null;
        foreach (var accessor in property.AccessorList?.Accessors.Where(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) ?? [])
        {
            add(new(accessor, names, qualifier, []));
        }

        if (property is PropertyDeclarationSyntax { ExpressionBody: { } arrow })
        {
            add(new(arrow, names, qualifier, []));
        }
        else if (property is IndexerDeclarationSyntax { ExpressionBody: { } indexed })
        {
            add(new(indexed, names, qualifier, []));
        }

        if (property is PropertyDeclarationSyntax { Initializer: { } initializer })
        {
            add(new(initializer, Initialised(property.Modifiers, type), null, []));
        }
    }

    /// <summary>Static members need their type's name at the call; not extension methods, nor those of interfaces and what implements them, which a type parameter leads to.</summary>
    private static bool IsQualified(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax or PropertyDeclarationSyntax or EventDeclarationSyntax
        && member.Modifiers.Any(SyntaxKind.StaticKeyword)
        && member.Parent is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax
        && !(member.Parent is TypeDeclarationSyntax { BaseList: not null } && member.Modifiers.Any(SyntaxKind.PublicKeyword))
        && !(member is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } && first.Modifiers.Any(SyntaxKind.ThisKeyword));

    /// <summary>What is called on an instance, or as an extension, may be called by a construct that does not write the name.</summary>
    private static ImmutableArray<string> Names(MemberDeclarationSyntax member) =>
        [.. Signatures.NamesOf(member), .. IsQualified(member) ? [] : Signatures.NamesOf(member).Select(ImpliedNames.CallOn), .. WrittenNames(member)];

    /// <summary>The accessors of an extension property are static methods that can be called as such.</summary>
    private static IEnumerable<string> WrittenNames(MemberDeclarationSyntax member) =>
        member is PropertyDeclarationSyntax { Parent: not (ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax or InterfaceDeclarationSyntax), Identifier.ValueText: var name }
            ? ["get_" + name, "set_" + name]
            : [];

    private static ImmutableArray<string> Initialised(SyntaxTokenList modifiers, string type) =>
        [modifiers.Any(SyntaxKind.StaticKeyword) ? ImpliedNames.StaticInitialisers(type) : ImpliedNames.Initialisers(type)];

    private static ImmutableArray<string> Constructors(string type) => [ImpliedNames.Construction(type), ImpliedNames.AnyConstruction];

    private static ImmutableArray<string> ImpliedBy(string type) => [ImpliedNames.ConstructionOfBase(type), ImpliedNames.Initialisers(type)];

    /// <summary>A body as it stands in the syntax. What it implies, its declaration does, or all of it where it has none.</summary>
    internal sealed record FoundBody(SyntaxNode Node, ImmutableArray<string> Names, string? Qualifier, ImmutableArray<string> Implied);
}
