using ExplicitContext.Model.StaticState;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Tests.StaticState;

/// <summary>Classifies a member, <c>X</c> where no other is named, of a class, <c>C</c> where no other is named, or of a class nested in it.</summary>
internal static class Statics
{
    public static ExplicitContext.Model.StaticState.StaticState? Classify(string members, string types = "", string memberName = "X", string typeName = "C", string typeModifiers = "") =>
        In(members, types, memberName, typeName, typeModifiers, (classifier, member) => classifier.Classify(member, default));

    /// <summary>Why a member that looks like state is none; a member that is none is not classified either.</summary>
    public static string? WhyHarmless(string members, string types = "", string memberName = "X") => In(members, types, memberName, "C", "", (classifier, member) =>
    {
        var reason = classifier.WhyHarmlessReadOnly(member, default);
        Assert.Equal(reason is null, classifier.Classify(member, default) is not null);
        return reason;
    });

    public static bool IsHarmless(string members, string types = "") => WhyHarmless(members, types) is not null;

    private static T In<T>(string members, string types, string memberName, string typeName, string typeModifiers, Func<StaticStateClassifier, ISymbol, T> ask)
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
            {{typeModifiers}} class {{typeName}}
            {
                {{members}}
            }
            """);
        Assert.Equal("", TestCompilation.ErrorsOf(compilation));
        var type = compilation.GetTypeByMetadataName(typeName)!;
        return ask(new StaticStateClassifier(compilation), type.GetMembers(memberName).Concat(type.GetTypeMembers().SelectMany(nested => nested.GetMembers(memberName))).First());
    }
}
