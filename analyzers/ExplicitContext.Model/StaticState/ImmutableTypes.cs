using System.Collections.Concurrent;
using ExplicitContext.Model.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.StaticState;

/// <summary>
/// Tells types whose instances cannot change, deeply. A type declared in source is judged by its instance fields, bases included: readonly, or written by constructors and object initialisers alone; a type from a
/// reference, whose fields are not to be seen, by what it shows: no setter, no field that can be assigned, no method that is named like a change.
/// <c>[Shareable]</c> says so outright, unless the type crosses as a copy.
/// </summary>
public sealed class ImmutableTypes
{
    private readonly Compilation compilation;
    private readonly NamesInTypes names;
    private readonly ChangedNamesOfCompilation changedNames;
    private readonly ConcurrentDictionary<ITypeSymbol, string> changes = new(SymbolEqualityComparer.Default);

    /// <summary>Judges the types that a compilation sees.</summary>
    public ImmutableTypes(Compilation compilation)
        : this(compilation, NamesInFile.Remembering())
    {
    }

    private ImmutableTypes(Compilation compilation, Func<SyntaxTree, NamesInFile> read)
        : this(compilation, new(read), new(compilation, read))
    {
    }

    internal ImmutableTypes(Compilation compilation, NamesInTypes names, ChangedNamesOfCompilation changedNames)
    {
        this.changedNames = changedNames;
        this.compilation = compilation;
        this.names = names;
    }

    /// <summary>Whether no instance of the type can change.</summary>
    public bool Contains(ITypeSymbol type) => WhatChanges(type).Length == 0;

    /// <summary>What it is that can change in an instance, such as <c>Parser.errors</c>; empty where nothing can.</summary>
    public string WhatChanges(ITypeSymbol type)
    {
        var visited = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var change = Find(type, visited) ?? "";
        if (change.Length == 0)
        {
            // Nothing that was met on the way can change either.
            foreach (var immutable in visited)
            {
                changes.TryAdd(immutable, "");
            }
        }

        return change;
    }

    /// <summary>Whether the type is so by its nature or from a reference, so that nobody would take it for state: a number, a string, a delegate, a Regex.</summary>
    internal bool IsPlainlyImmutable(ITypeSymbol type) => (type.IsValueType || !type.OriginalDefinition.Locations.Any(location => location.IsInSource)) && Contains(type);

    /// <summary>
    /// Whether an instance of a class or struct in source cannot change, given that nothing can change in what its constructor was handed, tables of constants aside. What it makes
    /// for itself is judged by its type.
    /// </summary>
    internal bool ContainsIfGivenConstants(INamedTypeSymbol type) => IsSource(type) && type.TypeKind is TypeKind.Class or TypeKind.Struct && ChangeOfFields(type, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default), trustsWhatIsGiven: true) is null;

    /// <summary>Whether a type keeps the arrays that it is handed to itself, and only reads them.</summary>
    internal bool OnlyReadsItsArrays(INamedTypeSymbol type) => type.BaseType is null or { SpecialType: not SpecialType.None }
        && type.InstanceConstructors.All(constructor => constructor.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is ConstructorDeclarationSyntax))
        && type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).All(field => Contains(field.Type) || field.DeclaredAccessibility == Accessibility.Private && Uses(field).AreReadsOfCollection(field.Type));

    // A type that is met again on the way is taken for immutable: it stands or falls with the rest.
    private string? Find(ITypeSymbol type, HashSet<ITypeSymbol> visited)
    {
        if (changes.TryGetValue(type, out var known))
        {
            return known.Length == 0 ? null : known;
        }

        if (type is IArrayTypeSymbol)
        {
            return "the elements of an array";
        }

        if (type is not INamedTypeSymbol named || type.TypeKind is TypeKind.Enum or TypeKind.Delegate or TypeKind.Error || type.SpecialType is not SpecialType.None || !visited.Add(type))
        {
            return IsChangingSpecialType(type) ? "the elements of " + type.Name : null;
        }

        var change = ChangeOf(named, visited);
        return change is null ? null : changes.GetOrAdd(type, change);
    }

    private string? ChangeOf(INamedTypeSymbol named, HashSet<ITypeSymbol> visited)
    {
        if (FrameworkTypes.IsImmutable(named))
        {
            return ChangeOfArguments(named, visited);
        }

        if (KnownAttributes.Find(named.OriginalDefinition, KnownAttributes.Shareable) is not null)
        {
            // What crosses as a copy can change.
            return named.OriginalDefinition.Locations.Any(location => location.IsInSource)
                && new ShareablePlanner(compilation).Plan(named.OriginalDefinition, CancellationToken.None) is { Kind: ShareableKind.Copied } ? named.Name : null;
        }

        return IsSource(named) && named.TypeKind != TypeKind.Interface ? ChangeOfFields(named, visited, trustsWhatIsGiven: false) : ChangeOfSurface(named, visited);
    }

    private bool IsSource(INamedTypeSymbol type) =>
        type.OriginalDefinition.Locations.Any(location => location.IsInSource) || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    // The interfaces of mutable collections have special types of their own.
    private static bool IsChangingSpecialType(ITypeSymbol type) => type.SpecialType is SpecialType.System_Collections_Generic_ICollection_T
        or SpecialType.System_Collections_Generic_IList_T or SpecialType.System_Array;

    private string? ChangeOfArguments(INamedTypeSymbol type, HashSet<ITypeSymbol> visited) => type.TypeArguments.Select(argument => Find(argument, visited)).FirstOrDefault(change => change is not null);

    private string? ChangeOfFields(INamedTypeSymbol type, HashSet<ITypeSymbol> visited, bool trustsWhatIsGiven) =>
        type.GetMembers().Where(member => !member.IsStatic).Select(member => member switch
        {
            IFieldSymbol field => ChangeOfField(field, visited, trustsWhatIsGiven),
            IEventSymbol { AddMethod.IsImplicitlyDeclared: true } => NameOf(member),
            _ => null,
        }).FirstOrDefault(change => change is not null)
        ?? (type.BaseType is { SpecialType: SpecialType.None } parent ? trustsWhatIsGiven && IsSource(parent) ? ChangeOfFields(parent, visited, trustsWhatIsGiven) : Find(parent, visited) : null);

    private string? ChangeOfField(IFieldSymbol field, HashSet<ITypeSymbol> visited, bool trustsWhatIsGiven)
    {
        // A readonly field of a struct type hands out copies: only what its fields refer to could change.
        if (!field.ContainingType.IsValueType && !field.IsReadOnly && !IsNeverReassigned(field))
        {
            return NameOf(field);
        }

        return trustsWhatIsGiven && IsGiven(field) ? null : Find(field.Type, visited);
    }

    // Much code leaves out the word readonly, or has a private setter in its place.
    private bool IsNeverReassigned(IFieldSymbol field) =>
        Uses(field.AssociatedSymbol ?? field) is { AreAllChanges: true, AreWritesAtStart: true };

    private bool IsGiven(IFieldSymbol field) => Uses(field.AssociatedSymbol ?? field).AreHandedIn;

    private MemberUses Uses(ISymbol member) => new(member.OriginalDefinition, names, changedNames, CancellationToken.None);

    private string? ChangeOfSurface(INamedTypeSymbol type, HashSet<ITypeSymbol> visited)
    {
        if (type.IsValueType)
        {
            return FrameworkTypes.IsMutableStruct(type) ? type.Name : ChangeOfArguments(type, visited);
        }

        IEnumerable<INamedTypeSymbol> shown = type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Insert(0, type) : Bases(type);
        return shown.SelectMany(part => part.GetMembers()).FirstOrDefault(Changes) is { } changing ? NameOf(changing) : ChangeOfArguments(type, visited);
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType is SpecialType.None; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static bool Changes(ISymbol member) => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } && member switch
    {
        IPropertySymbol { SetMethod: { DeclaredAccessibility: Accessibility.Public, IsInitOnly: false } } => true,
        IFieldSymbol { IsReadOnly: false, IsConst: false } => true,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => FrameworkTypes.IsChange(method.Name),
        _ => false,
    };

    private static string NameOf(ISymbol member) => $"{member.ContainingType.Name}.{((member as IFieldSymbol)?.AssociatedSymbol ?? member).Name}";
}
