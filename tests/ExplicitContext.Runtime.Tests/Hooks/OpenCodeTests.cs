using System.Runtime.CompilerServices;
using System.Text;

namespace ExplicitContext.Runtime.Tests;

/// <summary>HOK-07: where code comes from.</summary>
public sealed class OpenCodeTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public OpenCodeTests() => File.WriteAllText(file, "from the file");

    public void Dispose() => File.Delete(file);

    [Fact]
    public void HOK_07_AHookThatIsSetBeforeTheStart_OpensTheCodeOfAllInterpreters()
    {
        var asked = new List<(InterpreterState, string)>();
        var options = new RuntimeOptions
        {
            OpenCodeHook = (tstate, path) =>
            {
                Assert.True(tstate.IsAttached);
                asked.Add((tstate.Interp, path));
                return new MemoryStream(Encoding.UTF8.GetBytes("from the hook"));
            },
        };
        using var runtime = RuntimeState.Initialize(options);
        var interps = new[] { runtime.Main, runtime.CreateInterpreter(), runtime.CreateInterpreter(InterpreterOptions.Legacy) };

        Assert.All(interps, interp => Assert.Equal("from the hook", Read(interp)));
        Assert.Equal(interps.Select(interp => (interp, file)), asked);
    }

    [Fact]
    public void HOK_07_ItCannotBeSetAfterTheStart()
    {
        using var runtime = RuntimeState.Initialize();
        var setter = typeof(RuntimeOptions).GetProperty(nameof(RuntimeOptions.OpenCodeHook))!.SetMethod!;

        Assert.Contains(typeof(IsExternalInit), setter.ReturnParameter.GetRequiredCustomModifiers());
        Assert.Null(typeof(RuntimeState).GetProperty(nameof(RuntimeState.Options))!.SetMethod);
        Assert.Equal("from the file", Read(runtime.Main));
    }

    [Fact]
    public void HOK_07_WithoutAHook_ItIsTheFile_AndTheAuditHooksAreTold()
    {
        using var runtime = RuntimeState.Initialize();
        var heard = new List<AuditEvent>();
        runtime.AddAuditHook(heard.Add);

        Assert.Equal("from the file", Read(runtime.Main));

        var open = Assert.Single(heard);
        Assert.Equal(("interpreter.open-code", runtime.Main, file), (open.Name, open.Interpreter, open.Argument));
        runtime.Main.Enter(tstate => Assert.Throws<FileNotFoundException>(() => runtime.Main.OpenCode(tstate, file + ".not")));
    }

    [Fact]
    public void HOK_07_AHookThatRefuses_OrAnAuditHookThatDoes_IsHeardByTheCaller()
    {
        using var refusing = RuntimeState.Initialize(new RuntimeOptions { OpenCodeHook = static (_, path) => throw new UnauthorizedAccessException(path) });
        using var forgetting = RuntimeState.Initialize(new RuntimeOptions { OpenCodeHook = static (_, _) => null! });
        using var watched = RuntimeState.Initialize(new RuntimeOptions { OpenCodeHook = static (_, _) => throw new InvalidOperationException("It must not come to this.") });
        watched.AddAuditHook(static heard =>
        {
            if (heard.Name == "interpreter.open-code") throw new UnauthorizedAccessException("watched");
        });

        Assert.Equal(file, Assert.Throws<UnauthorizedAccessException>(() => Read(refusing.Main)).Message);
        Assert.Contains("returned null", Assert.Throws<InterpreterException>(() => Read(forgetting.Main)).Message);
        Assert.Equal("watched", Assert.Throws<UnauthorizedAccessException>(() => Read(watched.Main)).Message);
    }

    [Fact]
    public void HOK_07_OnlyFullPaths_AndOnlyFromInside()
    {
        using var runtime = RuntimeState.Initialize();
        var stale = runtime.Main.Enter(tstate =>
        {
            Assert.Contains("no full path", Assert.Throws<ArgumentException>(() => runtime.Main.OpenCode(tstate, "code.txt")).Message);
            Assert.Throws<ArgumentNullException>(() => runtime.Main.OpenCode(tstate, null!));
            return tstate;
        });

        Assert.Throws<NotAttachedException>(() => runtime.Main.OpenCode(stale, file));
        runtime.CreateInterpreter().Enter(tstate => Assert.Throws<NotAttachedException>(() => runtime.Main.OpenCode(tstate, file)));
    }

    private string Read(InterpreterState interp) => interp.Enter(tstate =>
    {
        using var reader = new StreamReader(interp.OpenCode(tstate, file));
        return reader.ReadToEnd();
    });
}
