namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>All rows of the construct matrix, those without programs included, so that it cannot silently shrink.</summary>
internal static class ConstructMatrix
{
    public static IReadOnlyList<ConstructRow> Rows =>
        [
            .. DeclarationRows.All.Concat(MemberRows.All).Concat(FamilyRows.All).Concat(ScopeRows.All).Concat(BodyRows.All).Concat(GroupRows.All).Concat(NameRows.All)
                .Concat(FileRows.All).Concat(RootRows.All).Concat(KindRows.All).Concat(ConstructorRows.All).OrderBy(row => row.Number),
        ];
}
