using ExplicitContext.Model.StaticState;
using ExplicitContext.Testing;

namespace ExplicitContext.Model.Tests.StaticState;

/// <summary>Classifies the member named <c>X</c> of the class <c>C</c>.</summary>
internal static class Statics
{
    public static ExplicitContext.Model.StaticState.StaticState? Classify(string members, string types = "") => In(members, types, (classifier, member) => classifier.Classify(member, default));

    public static bool IsHarmless(string members, string types = "") => In(members, types, (classifier, member) => classifier.WhyHarmlessReadOnly(member, default) is not null);

    private static T In<T>(string members, string types, Func<StaticStateClassifier, Microsoft.CodeAnalysis.ISymbol, T> ask)
    {
        var compilation = TestCompilation.Create($$"""
            using System;
            using System.Collections;
            using System.Collections.Concurrent;
            using System.Collections.Frozen;
            using System.Collections.Generic;
            using System.Collections.Immutable;
            using System.Collections.ObjectModel;
            using System.Linq;
            using System.Text;
            using System.Text.RegularExpressions;
            using System.Threading;
            using ExplicitContext;
            {{types}}
            class C
            {
                {{members}}
            }
            """);
        Assert.Equal("", TestCompilation.ErrorsOf(compilation));
        return ask(new StaticStateClassifier(compilation), compilation.GetTypeByMetadataName("C")!.GetMembers("X").Single());
    }
}
