using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using VerifyXunit;

namespace ExplicitContext.Generators.Tests;

public class ShareableSnapshotTests
{
    [Fact]
    public async Task AnImmutableType_CrossesByReference() => await Verifier.Verify(Run(
        """
        using System.Collections.Immutable;
        using ExplicitContext;

        namespace Sample;

        [Shareable]
        public sealed partial record Settings(int Depth, string? Name, ImmutableArray<string> Paths);
        """));

    [Fact]
    public async Task ARecordWithAnArray_IsCopied() => await Verifier.Verify(Run(
        """
        using System.Collections.Generic;
        using ExplicitContext;

        namespace Sample;

        [Shareable]
        public sealed partial record Sample(int Id, string Name, double Weight, int[] Points)
        {
            public List<string?>? Tags { get; set; }
            public readonly Dictionary<string, (int, int[])> @params = new();
            internal int count;
        }
        """));

    [Fact]
    public async Task WhatTheValueDecides_IsCheckedAndReplacedWhereItMust() => await Verifier.Verify(Run(
        """
        using System;
        using ExplicitContext;

        namespace Sample;

        public partial class Outer<T>
        {
            [Shareable]
            internal sealed partial class Envelope<TItem>(T first, Func<int> later)
                where TItem : class
            {
                private readonly TItem? item;

                public T First { get; } = first;

                public int Later() => later();
            }
        }
        """));

    [Fact]
    public async Task ADerivedType_LetsItsBaseCrossFirst() => await Verifier.Verify(Run(
        """
        using System.Collections.Generic;
        using ExplicitContext;

        namespace Sample;

        [Shareable]
        public abstract partial record Shape(string Name)
        {
            public List<Shape> Children { get; } = [];
        }

        [Shareable]
        public sealed partial record Circle(string Name, double Radius) : Shape(Name);

        [Shareable]
        public sealed partial record Polygon(string Name, int[] Corners) : Shape(Name);
        """));

    [Fact]
    public async Task Structs_AreCopiedMemberByMember() => await Verifier.Verify(Run(
        """
        using ExplicitContext;

        [Shareable]
        public partial struct Point { public int X; public int Y; }

        [Shareable]
        public readonly partial record struct Path(Point Start, Point[] Points);
        """));

    private static GeneratorDriver Run(string source) => GeneratorTest<ShareableGenerator>.Run(source).Driver;
}
