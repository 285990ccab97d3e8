using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Threads;

/// <summary>Members of one class in which the runtime's types and those of System.Threading have their short names.</summary>
internal static class ThreadsWorld
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using ExplicitContext;
        using ExplicitContext.Runtime;
        using ThreadState = ExplicitContext.Runtime.ThreadState;

        """;

    /// <summary>A thread-scoped context of a user's own.</summary>
    public const string Worker =
        """
        [ContextType("thread")]
        public class Worker
        {
            public Worker(string name) => Name = name;

            public string Name { get; }
            public List<string> Log { get; } = [];
            public int Count { get; set; }
            public void Step() => Count++;
            public IDisposable AllowThreads() => new MemoryStream();
        }

        """;

    /// <summary>A file of members of a class.</summary>
    public static TestProject With(string members) =>
        $$"""
        {{Usings}}
        partial class C
        {
            {{members}}
        }

        {{Worker}}
        """;

    /// <summary>A file of the given types.</summary>
    public static TestProject Types(string types) => Usings + types;
}
