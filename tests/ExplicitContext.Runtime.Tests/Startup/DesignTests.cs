using System.Reflection;
using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime.Tests;

/// <summary>What the design promises of the library's own shape.</summary>
public sealed class DesignTests
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> Types => typeof(RuntimeState).Assembly.GetTypes()
        .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), false));

    [Fact]
    public void NothingLeadsFromTheRuntimeToAThreadState() =>
        Assert.DoesNotContain(
            typeof(RuntimeState).GetMembers(All),
            member => member switch
            {
                FieldInfo field => field.FieldType == typeof(ThreadState),
                PropertyInfo property => property.PropertyType == typeof(ThreadState),
                MethodInfo method => method.ReturnType == typeof(ThreadState) || method.GetParameters().Any(parameter => parameter.IsOut),
                _ => false,
            });

    [Fact]
    public void TheOnlyMutableStaticIsAudited()
    {
        var statics = Types.SelectMany(type => type.GetFields(All)).Where(field => field is { IsStatic: true, IsLiteral: false, IsInitOnly: false } && !field.DeclaringType!.IsEnum).ToList();

        var field = Assert.Single(statics);
        Assert.Equal(typeof(ThreadState), field.DeclaringType);
        Assert.True(field.IsDefined(typeof(ThreadStaticAttribute)));
        var audit = field.GetCustomAttribute<AuditedStaticAttribute>();
        Assert.NotNull(audit);
        Assert.NotNull(audit.Owner);
        Assert.NotNull(audit.Reason);
        Assert.True(DateOnly.TryParseExact(audit.Until, "yyyy-MM-dd", out _));
    }

    [Fact]
    public void TheContextTypesAndTheirAmbientAccessorsAreMarked()
    {
        Assert.True(typeof(RuntimeState).IsDefined(typeof(RuntimeStateAttribute)));
        Assert.True(typeof(InterpreterState).IsDefined(typeof(InterpreterStateAttribute)));
        Assert.True(typeof(ThreadState).IsDefined(typeof(ThreadStateAttribute)));

        var accessors = Types.SelectMany(type => type.GetMembers(All)).Where(member => member.IsDefined(typeof(AmbientAccessorAttribute)));
        Assert.Equal(
            ["InterpreterState.Current", "ThreadState.Current", "ThreadState.TryGetCurrent"],
            accessors.Select(member => $"{member.DeclaringType!.Name}.{member.Name}").Order());
    }

    [Fact]
    public void B11_NoStaticHoldsARuntimeOrAnInterpreter()
    {
        Type[] contexts = [typeof(RuntimeState), typeof(InterpreterState)];
        var statics = Types.SelectMany(type => type.GetFields(All)).Where(field => field.IsStatic).Select(field => field.FieldType).ToList();

        Assert.NotEmpty(statics);
        Assert.DoesNotContain(statics, type => contexts.Contains(type) || (type.GetGenericArguments().Any(contexts.Contains) && !typeof(Delegate).IsAssignableFrom(type)));
    }

    [Fact]
    public void AnInterpretersLock_TakesAtMost64Bytes_AndHasWaitersOnlyWhereSomebodyWaits()
    {
        using var runtime = RuntimeState.Initialize();
        var interp = runtime.CreateInterpreter();
        interp.Enter(_ => { });

        Assert.InRange(ObjectGraph.SizeOf(interp.Gate), 16, 64);
        Assert.DoesNotContain(ObjectGraph.From(interp), part => part is Waiter);

        interp.Enter(tstate =>
        {
            var waiter = Harness.Background.Start(() => interp.Enter(_ => { }));
            Harness.Until(() => interp.Gate.WaiterCount == 1, "a thread to wait");
            Assert.Contains(ObjectGraph.From(interp.Gate), part => part is Waiter);
            using (tstate.AllowThreads()) waiter.Join();
        });
    }

    [Fact]
    public void B12_TheCurrentThreadStateIsReadOnlyByEntryPoints()
    {
        var accessors = Types.SelectMany(type => type.GetMembers(All)).Where(member => member.IsDefined(typeof(AmbientAccessorAttribute)))
            .Select(member => (member as PropertyInfo)?.GetMethod ?? (MethodInfo)member).ToList();
        var readers = typeof(RuntimeState).Assembly.GetTypes().SelectMany(type => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
            .Where(method => accessors.Any(accessor => Calls(method, accessor))).ToList();

        Assert.NotEmpty(readers);
        Assert.All(readers, reader => Assert.True(IsEntry(reader), $"{reader.DeclaringType!.Name}.{reader.Name} reads the current thread state and is no entry point."));
    }

    [Fact]
    public void RTM_08_LCK_21_RunningTakesNoRuntimeWideLock()
    {
        var census = new LockCensus();
        using var runtime = RuntimeState.Initialize(new RuntimeOptions { LockObserver = census });
        var interps = new[] { runtime.CreateInterpreter(), runtime.CreateInterpreter() };
        Assert.NotEqual(0, census[LockRank.Runtime]);
        var slot = new InterpreterSlot<List<int>>(_ => []);
        census.Clear();
        Harness.InParallel([.. interps.Select<InterpreterState, Action>(interp => () => interp.Enter(tstate =>
        {
            for (var i = 0; i < 1000; i++)
            {
                tstate.CheckBreaker();
                using (tstate.AllowThreads()) { }
                tstate.Interp.GetState(slot).Add(tstate.Interp.Enter((_, n) => n, i));
            }
        }))]);
        Harness.InParallel([.. interps.Select<InterpreterState, Action>(interp => () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                interp.Run(static tstate => tstate.CheckBreaker());
                Assert.Equal(i, interp.Call(static (_, n) => n, i));
            }
        })]);
        interps[0].Enter(tstate => tstate.Interp.Runtime.Main.Run(static _ => { }));

        Assert.Equal(0, census[LockRank.Runtime]);
    }

    private static bool IsEntry(MethodBase method) =>
        method.IsDefined(typeof(ContextEntryAttribute)) || method.DeclaringType!.GetProperties(All).Any(property => property.GetMethod == method && property.IsDefined(typeof(ContextEntryAttribute)));

    /// <summary>Whether its code has a call or a reference to the other method, by the bytes of its token.</summary>
    private static bool Calls(MethodBase method, MethodInfo other) =>
        method.GetMethodBody()?.GetILAsByteArray() is { } code && code.AsSpan().IndexOf(BitConverter.GetBytes(other.MetadataToken)) >= 0;
}
