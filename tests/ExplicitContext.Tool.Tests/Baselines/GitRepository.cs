using System.Diagnostics;
using ExplicitContext.Model.Baseline;

namespace ExplicitContext.Tool.Tests.Baselines;

/// <summary>A repository of git with one baseline in it, and our command for its merge driver where a test wants it.</summary>
internal sealed class GitRepository : IDisposable
{
    private readonly TempFolder folder = new();

    public GitRepository(bool withDriver)
    {
        Git("init", "--quiet", "--initial-branch=main");
        Git("config", "user.name", "test");
        Git("config", "user.email", "test@example.invalid");
        if (!withDriver) return;
        Git("config", "merge.explicit-context.name", "recorded debt");
        Git("config", "merge.explicit-context.driver", $"dotnet exec \"{Path.Combine(AppContext.BaseDirectory, "ExplicitContext.Tool.dll")}\" baseline merge %O %A %B");
        folder.Write(".gitattributes", $"{BaselineFile.Name} merge=explicit-context text eol=lf\n");
    }

    public string Baseline => File.ReadAllText(folder.Path(BaselineFile.Name));

    /// <summary>Commits a text of the baseline.</summary>
    public void Commit(string text)
    {
        folder.Write(BaselineFile.Name, text);
        Git("add", "--all");
        Git("commit", "--quiet", "--message", "change");
    }

    /// <summary>Lets two branches change the baseline and merges them. Returns whether git needed no help.</summary>
    public bool Merge(string before, string ours, string theirs)
    {
        Commit(before);
        Git("checkout", "--quiet", "-b", "other");
        Commit(theirs);
        Git("checkout", "--quiet", "main");
        Commit(ours);
        return Git("merge", "--quiet", "--no-edit", "other");
    }

    public void Dispose() => folder.Dispose();

    private bool Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEndAsync();
        git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0 || arguments[0] == "merge", $"git {string.Join(' ', arguments)}: {error.Result}");
        return git.ExitCode == 0;
    }
}
