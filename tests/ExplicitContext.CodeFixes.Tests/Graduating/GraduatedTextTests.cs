namespace ExplicitContext.CodeFixes.Tests.Graduating;

/// <summary>What graduates is written as the file around it is.</summary>
public sealed class GraduatedTextTests
{
    [Fact]
    public Task NameThatIsAKeyword_StaysEscaped() => Graduating.VerifyAsync(
        "namespace Sample;\npublic static partial class Words\n{\n    [PassContext]\n    public static int [|@null|](int x) => x + Engine.Current.Seed;\n}\n",
        "namespace Sample;\npublic static partial class Words\n{\n    [ContextEntry]\n    public static int @null(int x) => @null(Engine.Current, x);\n\n    internal static int @null(Engine engine, int x) => x + engine.Seed;\n}\n");

    [Fact]
    public Task FileWithTabs_KeepsThem()
    {
        var name = new string('N', 120);
        return Graduating.VerifyAsync(
            $"namespace Sample;\n\npublic static partial class Tabs\n{{\n\t[PassContext]\n\tpublic static int [|{name}|](int x) {{ return x + Engine.Current.Seed; }}\n}}\n",
            $"namespace Sample;\n\npublic static partial class Tabs\n{{\n\t[ContextEntry]\n\tpublic static int {name}(int x)\n\t\t=> {name}(Engine.Current, x);\n\n\tinternal static int {name}(Engine engine, int x) {{ return x + engine.Seed; }}\n}}\n");
    }
}
