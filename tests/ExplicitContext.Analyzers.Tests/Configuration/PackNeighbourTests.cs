using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Tests.Configuration;

/// <summary>All rules together on code that does what a pack wants, in the way that is usual for the framework's types.</summary>
public sealed class PackNeighbourTests
{
    [Theory]
    [InlineData("clock", """
        using System;
        using System.Threading;
        using System.Threading.Tasks;

        public sealed class Cache(int size, TimeProvider timeProvider)
        {
            private readonly TimeProvider clock = timeProvider;

            public int Size => size;

            public DateTimeOffset Now() => clock.GetUtcNow();

            public bool IsOld(DateTimeOffset since, TimeProvider clock) => clock.GetUtcNow() - since > TimeSpan.FromDays(1);

            public Task Wait(CancellationToken cancellationToken) => Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);
        }

        public sealed class Reader(Cache cache)
        {
            public bool Read(string key, TimeProvider timeProvider) => key.Length > cache.Size || cache.IsOld(DateTimeOffset.MinValue, timeProvider);
        }
        """)]
    [InlineData("http", """
        namespace System.Web { public sealed class HttpContext { public static HttpContext Current => new(); public string User => ""; } }

        namespace App
        {
            public sealed class Page
            {
                public string Name(int id, System.Web.HttpContext context) => id + context.User;
            }
        }
        """)]
    public async Task CodeThatTakesTheContextAsIsUsual_IsLeftInPeace(string pack, string source)
    {
        Assert.Equal([], await FoundAsync(new Pack(pack).With(source)));
    }

    [Fact]
    public async Task ContextTypeThatTheUserDeclaresToo_IsHeldToTheConventions() =>
        Assert.Equal(["ECTX2006"], (await FoundAsync(new Pack("clock").With("class C { long M(int x, System.TimeProvider clock) => clock.GetTimestamp() + x; }", "T:System.TimeProvider; parameter=clock"))).Select(finding => finding.Id));

    private static async Task<IReadOnlyList<Diagnostic>> FoundAsync(TestProject project)
    {
        ImmutableArray<DiagnosticAnalyzer> all =
        [
            .. typeof(RuleIds).Assembly.GetTypes()
                .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
        return await DiagnosticVerifier.DiagnosticsAsync(project.ToProject(), all);
    }
}
