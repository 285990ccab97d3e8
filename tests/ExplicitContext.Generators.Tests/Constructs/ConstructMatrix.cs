namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>All rows of the construct matrix, those without programs included, so that it cannot silently shrink.</summary>
internal static class ConstructMatrix
{
    public static IReadOnlyList<ConstructRow> Rows =>
        [
            .. DeclarationRows.All.Concat(MemberRows.All).Concat(FamilyRows.All).Concat(ScopeRows.All).Concat(BodyRows.All).Concat(DelegateRows.All).Concat(GroupRows.All).Concat(NameRows.All)
                .Concat(FileRows.All).Concat(RootRows.All).Concat(KindRows.All).Concat(ConstructorRows.All).OrderBy(row => row.Number),
        ];

    /// <summary>The same, and what has another grade under other conditions.</summary>
    public static IReadOnlyList<ConstructRow> RowsAndVariants => [.. Rows, .. OpenFamilyRows.All, .. DelegateRows.Kept, .. ScopeRows.Rebound, .. IndexerRows.Closed, .. IndexerRows.Open, .. OperatorRows.All, .. OperatorRows.Kept];
}
