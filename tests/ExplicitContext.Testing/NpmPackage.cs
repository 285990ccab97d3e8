using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace ExplicitContext.Testing;

/// <summary>Sources that no one here wrote, as a package on npm has them. npm only fetches.</summary>
public static class NpmPackage
{
    /// <summary>Unpacks a package into a folder, which then holds a folder <c>package</c>.</summary>
    /// <param name="package">Name and version: <c>com.neuecc.unirx@7.1.0</c>.</param>
    /// <param name="folder">An existing folder.</param>
    public static async Task UnpackAsync(string package, string folder)
    {
        using var npm = Start(package, folder);
        var name = (await npm.StandardOutput.ReadToEndAsync()).Trim();
        await npm.WaitForExitAsync();
        Xunit.Assert.True(npm.ExitCode == 0, $"`npm pack {package}` failed with {npm.ExitCode}: it needs a package registry that serves {package}.");

        await using var archive = File.OpenRead(Path.Combine(folder, name));
        await using var unzipped = new GZipStream(archive, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(unzipped, folder, overwriteFiles: false);
    }

    private static Process Start(string package, string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("npm", ["pack", package, "--silent"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException($"This test unpacks {package} with npm, which cannot be started. Install Node.js (Debian: apt-get install npm) and run it again.", error);
        }
    }
}
