using System.ComponentModel;
using System.Diagnostics;

namespace ExplicitContext.Migration.Loading;

/// <summary>Runs the <c>dotnet</c> command and waits for it, leaving no process behind.</summary>
/// <param name="fileName">The command, by name or by path.</param>
public sealed class DotnetCommand(string fileName = "dotnet")
{
    /// <summary>Runs the command to its end. Cancelling ends the process and its children.</summary>
    /// <exception cref="InputException">The command is not installed.</exception>
    public async Task<CommandResult> RunAsync(string workingDirectory, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(workingDirectory, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new InputException($"The command '{fileName}' cannot be started. Install the .NET SDK and put it on the PATH: it is what reads project files.");
        }

        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await Task.WhenAll(output, error, process.WaitForExitAsync(cancellationToken)).ConfigureAwait(false);
            return new CommandResult(process.ExitCode, output.Result + error.Result);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private ProcessStartInfo StartInfo(string workingDirectory, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(fileName, arguments)
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A node or compiler server that outlives the command would inherit our pipes and keep them open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // Set for us by `dotnet run` and `dotnet test`; inherited, they would pin our SDK in place of the one the user's global.json asks for.
        foreach (var name in (string[])["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly"])
            start.Environment.Remove(name);
        return start;
    }
}
