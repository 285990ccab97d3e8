using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using VerifyXunit;

namespace ExplicitContext.Generators.Tests.State;

public class StateSnapshotTests
{
    [Fact]
    public async Task ModuleStateOfTheRuntime_IsASlotAndAnAccessor() => await Verifier.Verify(Run(
        """
        using ExplicitContext;
        using ExplicitContext.Runtime;

        namespace Sample;

        [PerInterpreter]
        public sealed partial class Logging(InterpreterState interp)
        {
            public string Prefix { get; set; } = $"{interp.Id}: ";
        }

        [PerThread]
        internal sealed partial class Scratch;
        """));

    [Fact]
    public async Task AContextOfTheUsers_GetsSlotsItself() => await Verifier.Verify(Run(
        """
        using ExplicitContext;

        namespace Sample;

        [ContextType("engine", HasSlots = true)]
        public partial class Engine : System.IDisposable
        {
            public void Dispose() => DisposeSlots();
        }

        [ModuleState(typeof(Engine))]
        public sealed partial class Cache;
        """));

    [Fact]
    public async Task AMovedStatic_HasForwarderSlotAndAccessors() => await Verifier.Verify(Run(
        """
        using System.Collections.Generic;
        using ExplicitContext;
        using ExplicitContext.Runtime;

        namespace Sample;

        public static partial class Settings
        {
            /// <summary>How deep calls may go.</summary>
            [MoveTo(typeof(InterpreterState), Initial = nameof(DefaultDepth))]
            public static partial int Depth { get; set; }

            [MoveTo(typeof(InterpreterState), Initial = nameof(NoNames))]
            internal static partial List<string?> Names
            {
                get;
                private set;
            }

            private const int DefaultDepth = 100;

            private static List<string?> NoNames() => [];
        }
        """));

    private static GeneratorDriver Run(string source) => GeneratorTest<StateGenerator>.Run(source).Driver;
}
