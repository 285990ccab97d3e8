namespace Fuzz.Tests.Generation;

/// <summary>Writes the declaration of a member. Each stops at once when the program's fuel is out, so that every program ends.</summary>
internal sealed class MemberWriter(Random random, IReadOnlyList<RandomMember> members)
{
    private const string Out = "if (Host.IsOut()) ";

    public string Write(RandomMember member, string accessibility)
    {
        var name = member.Name;
        return member.Kind switch
        {
            MemberKind.StaticMethod => Method($"{accessibility} static int {name}(int x)", Body("x")),
            MemberKind.InstanceMethod => Method($"{accessibility} int {name}(int x, int y)", Body("x", "y")),
            MemberKind.GenericMethod => random.Next(2) == 0
                ? Method($"{accessibility} static int {name}<T>(T value, int x) where T : notnull", Body("x", "(value.GetHashCode() % 1)"))
                : Method($"{accessibility} static int {name}<T>(T? value, int x) where T : class", Body("x", "(value is null ? 1 : 2)")),
            MemberKind.AsyncMethod => Method($"{accessibility} static async Task<int> {name}(int x)", Body("x", canAwait: true), first: "await Task.CompletedTask; "),
            MemberKind.Iterator => Iterator($"{accessibility} static IEnumerable<int> {name}(int x)", Leaving("x", "yield break;")),
            MemberKind.AsyncIterator => Iterator($"{accessibility} static async IAsyncEnumerable<int> {name}(int x)", Body("x", canAwait: true, result: "yield break;"), "await Task.CompletedTask; "),
            MemberKind.ExtensionMethod => Method($"{accessibility} static int {name}(this int self, int x = 3)", Body("self", "x")),
            MemberKind.StaticProperty => Property($"{accessibility} static int {name}", Body()),
            MemberKind.InstanceProperty => Property($"{accessibility} int {name}", Body()),
            MemberKind.OutMethod => Method($"{accessibility} static int {name}(int x, out int y)", Body("x"), first: "y = x; "),
            MemberKind.RefMethod => Method($"{accessibility} static int {name}(ref int x, in int y)", Body("z"), first: "var z = x++ + y; "),
            MemberKind.ParamsMethod => Method($"{accessibility} static int {name}(params object?[] all)", Body("all.Length")),
            MemberKind.ObjectMethod => Method($"{accessibility} static int {name}(object? one, int x)", Body("x", "((one as int?) ?? 1)")),
            MemberKind.OptionalMethod => Method($"{accessibility} static int {name}(int x = 2, string? text = null, [System.Runtime.CompilerServices.CallerMemberName] string caller = \"\")", Body("x", "(text?.Length ?? 0)", "caller.Length % 1")),
            MemberKind.TupleMethod => Tuple($"{accessibility} static (int First, string? Second) {name}(int x)"),
            MemberKind.VirtualMethod => Method($"{accessibility} virtual int {name}(int x)", Body("x")),
            MemberKind.Indexer => $"    {accessibility} int this[int x]\n    {{\n        get\n        {{\n            {Out}return 0;\n            return {Body("x").Int(3)};\n        }}\n    }}\n",
            MemberKind.Operator => Method($"public static int operator +({member.Type} left, int x)", Body("x")),
            _ => $"    public void Dispose()\n    {{\n        {Out}return;\n        _ = {Body().Int(3)};\n    }}\n",
        };
    }

    private string Method(string header, BodyWriter body, string first = "") => random.Next(3) == 0 && first.Length == 0
        ? $"    {header} => Host.IsOut() ? 0 : {body.Int(3)};\n"
        : $"    {header}\n    {{\n        {first}{Out}return 0;\n{body.Block(random.Next(4), "        ")}        return {body.Int(3)};\n    }}\n";

    private string Iterator(string header, BodyWriter body, string first = "") =>
        $"    {header}\n    {{\n        {first}{Out}yield break;\n{body.Block(random.Next(3), "        ")}        yield return {body.Int(3)};\n        yield return {body.Int(2)};\n    }}\n";

    private string Property(string header, BodyWriter body) => random.Next(2) == 0
        ? $"    {header} => Host.IsOut() ? 0 : {body.Int(3)};\n"
        : $"    {header}\n    {{\n        get\n        {{\n            {Out}return 0;\n{body.Block(random.Next(3), "            ")}            return {body.Int(3)};\n        }}\n    }}\n";

    private string Tuple(string header)
    {
        var body = Leaving("x", "return default;");
        return $"    {header}\n    {{\n        {Out}return default;\n{body.Block(random.Next(3), "        ")}        return ({body.Int(3)}, null);\n    }}\n";
    }

    private BodyWriter Body(params string[] variables) => new(random, members, variables, canAwait: false, "return 0;");

    private BodyWriter Leaving(string variable, string result) => new(random, members, [variable], canAwait: false, result);

    private BodyWriter Body(string variable, bool canAwait, string result = "return 0;") => new(random, members, [variable], canAwait, result);
}
