namespace ExplicitContext.Migration.Tests.Loading;

/// <summary>An application over a library, as a .sln, a .slnx, two projects and a folder.</summary>
public sealed class TwoProjects : IDisposable
{
    public TwoProjects()
    {
        Folder.WriteProject("src/Lib/Lib.csproj", frameworks: "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks>");
        Folder.Write("src/Lib/Settings.cs", "namespace Lib; public static class Settings { public static string Name = \"x\"; }");
        Folder.WriteProject("src/App/App.csproj", """
            <ItemGroup>
              <ProjectReference Include="../Lib/Lib.csproj" />
              <AdditionalFiles Include="ExplicitContext.txt" />
            </ItemGroup>
            """);
        Folder.Write("src/App/ExplicitContext.txt", "# nothing yet\n");
        Folder.Write("src/App/.editorconfig", "[*.cs]\nexplicit_context.level = warn\n");
        Folder.Write("src/App/Greeting.cs", """
            using System.Text.RegularExpressions;
            namespace App;
            public static partial class Greeting
            {
                public static string Text() => Word().Replace(Lib.Settings.Name, "y");
                [GeneratedRegex("x")] private static partial Regex Word();
            }
            """);
        Folder.Write("src/Script/Script.fsproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        Folder.Write("src/Old/Old.csproj", """
            <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <Import Project="$(MSBuildExtensionsPath)\No\Such\Thing.targets" />
            </Project>
            """);
        Folder.Write("All.slnx", """
            <Solution>
              <Project Path="src/App/App.csproj" />
              <Project Path="src/Lib/Lib.csproj" />
              <Project Path="src/Old/Old.csproj" />
              <Project Path="src/Script/Script.fsproj" />
            </Solution>
            """);
        Folder.Write("classic/Two.sln", Sln("App", "Lib"));
    }

    public TempFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();

    private static string Sln(params string[] projects)
    {
        var lines = projects.Select((name, index) =>
            $$"""
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "{{name}}", "..\src\{{name}}\{{name}}.csproj", "{00000000-0000-0000-0000-00000000000{{index + 1}}}"
            EndProject
            """);
        return "\nMicrosoft Visual Studio Solution File, Format Version 12.00\n" + string.Join("\n", lines) + """

            Global
            	GlobalSection(SolutionConfigurationPlatforms) = preSolution
            		Debug|Any CPU = Debug|Any CPU
            	EndGlobalSection
            	GlobalSection(ProjectConfigurationPlatforms) = postSolution
            		{00000000-0000-0000-0000-000000000001}.Debug|Any CPU.ActiveCfg = Debug|Any CPU
            		{00000000-0000-0000-0000-000000000001}.Debug|Any CPU.Build.0 = Debug|Any CPU
            		{00000000-0000-0000-0000-000000000002}.Debug|Any CPU.ActiveCfg = Debug|Any CPU
            		{00000000-0000-0000-0000-000000000002}.Debug|Any CPU.Build.0 = Debug|Any CPU
            	EndGlobalSection
            EndGlobal
            """;
    }
}
