namespace ExplicitContext.Model.Incremental;

/// <summary>Names for what code calls without naming it. They contain a character that no identifier has, so they never meet one.</summary>
internal static class ImpliedNames
{
    /// <summary>A construction whose type the source does not name: <c>new(…)</c>, a collection expression, an interpolated string handler.</summary>
    public const string AnyConstruction = "new()";

    /// <summary>A conversion, which may happen anywhere, or <c>operator true</c> and <c>false</c>.</summary>
    public const string Conversion = "(T)";

    /// <summary>An indexer.</summary>
    public const string Indexer = "this[]";

    /// <summary>A collection expression, which may call a builder that an attribute names.</summary>
    public const string CollectionExpression = "[..]";

    /// <summary>A call of a member of that name on an instance, which a construct makes without writing the name. A static member is never called so.</summary>
    public static string CallOn(string name) => "." + name;

    /// <summary>The name that a declaration has.</summary>
    public static string Declared(string name) => name[0] == '.' ? name.Substring(1) : name;

    public static string Construction(string type) => "new " + type;

    public static string ConstructionOfBase(string type) => "base " + type;

    public static string Initialisers(string type) => "init " + type;

    public static string StaticInitialisers(string type) => "static " + type;

    public static string Operator(string token) => "operator " + token;
}
