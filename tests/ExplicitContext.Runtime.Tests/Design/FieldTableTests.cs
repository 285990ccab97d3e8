using System.Reflection;

namespace ExplicitContext.Runtime.Tests;

/// <summary>RTM-15, RTM-16: docs/runtime-state.md and the code say the same, and the state of the process stays small.</summary>
public sealed class FieldTableTests
{
    private const int MostFields = 12;
    private const long MostBytes = 1024;

    // What RuntimeState holds for itself alone, beside interpreters and what its user gave it.
    private static readonly Type[] Parts = [typeof(InterpreterRegistry), typeof(MainThreadWork), typeof(World), typeof(CrossObjects), typeof(ComponentClaims), typeof(PendingCalls)];

    public static TheoryData<Type> ContextTypes => [typeof(RuntimeState), typeof(InterpreterState), typeof(ThreadState)];

    [Theory]
    [MemberData(nameof(ContextTypes))]
    public void RTM_16_EveryFieldNamesItsLock_OfTheKnownWords(Type type) =>
        Assert.All(FieldTable.FieldsOf(type), field => Assert.Null(FieldTable.Complaint(field.Value)));

    [Theory]
    [MemberData(nameof(ContextTypes))]
    public void RTM_16_TheTableHasEveryField_WithItsLockAndASentence_AndNoOther(Type type)
    {
        var fields = FieldTable.FieldsOf(type);
        var rows = FieldTable.Rows(type.Name);

        Assert.Equal(fields.Keys.Order(StringComparer.Ordinal), rows.Select(FieldTable.NameOf).Order(StringComparer.Ordinal));
        Assert.All(rows, row =>
        {
            Assert.Equal(FieldTable.GuardOf(fields[FieldTable.NameOf(row)]), row[1]);
            Assert.True(row[2].Length > 10, $"{row[0]} says not why it is there.");
        });
    }

    [Fact]
    public void RTM_16_WhatRuntimeStateHolds_IsGuardedAndInTheTableToo()
    {
        var guarded = new Dictionary<string, string>();
        foreach (var field in Parts.SelectMany(part => FieldTable.FieldsOf(part).Values))
        {
            var name = $"{field.DeclaringType!.Name}.{field.Name}";
            if (FieldTable.GuardOf(field) is { } guard)
            {
                Assert.True(FieldTable.Complaint(field) is null, $"{name} {FieldTable.Complaint(field)}");
                guarded.Add(name, guard);
            }
            else
            {
                Assert.True(field.IsInitOnly || FieldTable.IsCapturedParameter(field), $"{name} can change and names no lock.");
            }
        }

        var rows = FieldTable.Rows("What RuntimeState holds").ToDictionary(FieldTable.NameOf, row => row[1]);
        Assert.Equal(guarded.OrderBy(pair => pair.Key, StringComparer.Ordinal), rows.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void RTM_16_EveryHolderOfItsOwnStateIsLookedAt()
    {
        var held = FieldTable.FieldsOf(typeof(RuntimeState)).Values.Select(field => field.FieldType)
            .Where(type => type.Assembly == typeof(RuntimeState).Assembly && type is { IsClass: true, IsPublic: false });

        Assert.Empty(held.Except(Parts));
    }

    [Fact]
    public void EveryFieldThatTheProjectIsAbout_HasANewHome()
    {
        string[] old =
        [
            "ceval", "exitfuncs", "nexitfuncs", "finalizing", "gc", "gilstate", "interpreters", "main_thread", "open_code_hook", "open_code_userdata", "audit_hook_head",
            "pre_initialized", "core_initialized", "initialized", "preconfig", "xidregistry",
        ];
        var rows = FieldTable.Rows("From `_PyRuntimeState` to here");

        Assert.Equal(old, rows.SelectMany(row => row[0].Split(", ").Select(name => name.Trim('`'))));
        Assert.All(rows, row => Assert.All(row, cell => Assert.NotEmpty(cell)));

        // Whatever home is named exists.
        var types = typeof(RuntimeState).Assembly.GetTypes().Where(type => !type.IsNested).GroupBy(type => type.Name).ToDictionary(group => group.Key, group => group.First());
        var homes = rows.SelectMany(row => row[2].Split('`').Where((_, i) => i % 2 == 1)).Where(name => name.Contains('.')).Select(name => name.Split('.'));
        Assert.All(homes, home => Assert.NotEmpty(types[home[0]].GetMember(home[1], FieldTable.All)));
    }

    [Fact]
    public void B11_RTM_15_RuntimeState_HasAtMostTwelveFields() => Assert.InRange(FieldTable.FieldsOf(typeof(RuntimeState)).Count, 1, MostFields);

    [Fact]
    public void B11_RTM_15_RuntimeState_TakesAtMostOneKibibyte()
    {
        using var runtime = RuntimeState.Initialize();

        var own = ObjectGraph.From(runtime, IsNotItsOwn);
        var size = own.Sum(ObjectGraph.SizeOf);

        Assert.True(size is > 100 and <= MostBytes, $"{size} bytes: {string.Join(", ", own.Select(part => $"{part.GetType().Name} {ObjectGraph.SizeOf(part)}"))}");
    }

    [Fact]
    public void TheLockWordsOfThePage_AreThoseOfTheTest() =>
        Assert.Equal(["set once", "atomic", "the own thread", "the interpreter's lock", "a field's name"], FieldTable.Rows("Words for locks").Select(row => row[0]));

    [Fact]
    public void AFieldThatBreaksTheRules_IsFound() =>
        Assert.Equal(
            [
                ("assigned", "is set once, but not readonly"),
                ("bare", "names no lock"),
                ("loose", "is guarded by 'key', which is no readonly lock"),
                ("unknown", "is guarded by 'the moon', which is no readonly lock"),
            ],
            FieldTable.FieldsOf(typeof(Careless)).Select(field => (field.Key, Complaint: FieldTable.Complaint(field.Value)!)).Where(found => found.Complaint is not null).OrderBy(found => found.Key));

    /// <summary>
    /// Interpreters have budgets of their own; options, clock and hooks are the user's; threads, flows, comparers and empty arrays, of which there is
    /// one for all, are the system's.
    /// </summary>
    private static bool IsNotItsOwn(object value) =>
        value is InterpreterState or RuntimeOptions or Array { Length: 0 } or TimeProvider or Delegate or Thread or ExecutionContext or Type or MemberInfo
        || value.GetType().Name.Contains("Comparer", StringComparison.Ordinal);

#pragma warning disable CS0169, CS0649, CS8618 // Nobody uses it: only its declarations are read.
    private sealed class Careless
    {
        private int bare;

        [GuardedBy("set once")]
        private int assigned;

        [GuardedBy("the moon")]
        private int unknown;

        [GuardedBy("set once")]
        private readonly object key;

        [GuardedBy(nameof(key))]
        private int loose;

        [GuardedBy("atomic")]
        private int fine;
    }
#pragma warning restore CS0169, CS0649, CS8618
}
