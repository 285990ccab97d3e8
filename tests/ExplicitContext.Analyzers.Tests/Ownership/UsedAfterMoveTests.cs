using ExplicitContext.Analyzers.Ownership;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Ownership;

/// <summary>SHR-27, at compile time.</summary>
public class UsedAfterMoveTests
{
    [Theory]
    [InlineData("Send(Shareable.Move(data)); [|data|].Clear();")]
    [InlineData("var moved = Shareable.Move(data); Use([|data|]);")]
    [InlineData("Send(Shareable.Move(data)); if (flag) Use([|data|]); else Use([|data|]);")]
    [InlineData("if (flag) Send(Shareable.Move(data)); Use([|data|]);")]
    [InlineData("while (flag) Send(Shareable.Move([|data|]));")]
    [InlineData("foreach (var x in new[] { 1, 2 }) { Use([|data|]); Send(Shareable.Move([|data|])); }")]
    [InlineData("Both(Shareable.Move(data), [|data|]);")]
    [InlineData("Send(Shareable.Move(data)); Send(Shareable.Move([|data|]));")]
    [InlineData("Send(Shareable.Move(data)); var copy = [|data|] ?? other; Use(copy);")]
    [InlineData("Send(Shareable.Move(data)); other = flag ? [|data|] : other; Use(other);")]
    [InlineData("try { Send(Shareable.Move(data)); } catch (Exception) { Use([|data|]); }")]
    [InlineData("try { Send(Shareable.Move(data)); } finally { Use([|data|]); }")]
    [InlineData("var own = new List<int>(); void Local() { Send(Shareable.Move(data)); Use([|data|]); } Local();")]
    [InlineData("Action later = () => { var own = new List<int>(); Send(Shareable.Move(own)); Use([|own|]); }; later();")]
    [InlineData("Send(Shareable.Move<object>(data)); Use([|data|]);")]
    [InlineData("Send(Shareable.Move(data)); Fill(ref [|data|]);")]
    [InlineData("static void Inner<T>(T own) where T : List<int> { Send(Shareable.Move(own)); Use([|own|]); } Inner(data);")]
    [InlineData("static async System.Threading.Tasks.Task Later(List<int> own) { Send(Shareable.Move(own)); await System.Threading.Tasks.Task.Yield(); Use([|own|]); } _ = Later(data);")]
    public Task SHR_27_AUseAfterTheMove_Triggers(string body) => Verify(body);

    [Theory]
    [InlineData("Use(data); Send(Shareable.Move(data));")]
    [InlineData("Send(Shareable.Move(data)); data = new(); Use(data);")]
    [InlineData("Send(Shareable.Move(data)); data = other ?? new(); Use(data);")]
    [InlineData("Send(Shareable.Move(data)); data = flag ? other : new(); Use(data);")]
    [InlineData("Send(Shareable.Move(data)); Make(out data); Use(data);")]
    [InlineData("if (flag) { Send(Shareable.Move(data)); return; } Use(data);")]
    [InlineData("if (flag) Send(Shareable.Move(data)); else Use(data);")]
    [InlineData("foreach (var x in new[] { 1, 2 }) { var own = new List<int> { x }; Send(Shareable.Move(own)); }")]
    [InlineData("foreach (var own in new[] { data, other }) Send(Shareable.Move(own));")]
    [InlineData("while (flag) { Send(Shareable.Move(data)); data = new(); }")]
    [InlineData("Send(Shareable.Move(new List<int>())); Use(data);")]
    [InlineData("var moved = Shareable.Move(data); Use(moved.Value); _ = nameof(data);")]
    [InlineData("Send(Shareable.Move(other)); Use(data);")]
    [InlineData("var box = new List<List<int>> { data }; Send(Shareable.Move(box[0])); Use(box[0]);")]
    [InlineData("var same = data; Send(Shareable.Move(data)); Use(same);")]
    [InlineData("Action later = () => Use(data); Send(Shareable.Move(data)); later();")]
    public Task SHR_27_NoUseAfterTheMove_DoesNotTrigger(string body) => Verify(body);

    [Fact]
    public Task TheMessageNamesTheVariable() => AnalyzerTest<UsedAfterMoveAnalyzer>.VerifyAsync(
        With("Send(Shareable.Move(data)); Use([|data|]);"), DiagnosticSeverity.Error, "'data' is used after what it holds was moved to another interpreter");

    private static Task Verify(string body) => AnalyzerTest<UsedAfterMoveAnalyzer>.VerifyAsync(With(body));

    private static TestProject With(string body) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using ExplicitContext.Runtime;
        class Program
        {
            static void M(List<int> data, List<int> other, bool flag)
            {
                {{body}}
            }

            static void Send(object moved) { }
            static void Use(List<int> list) { }
            static void Both(object moved, List<int> list) { }
            static void Fill(ref List<int> list) { }
            static void Make(out List<int> list) => list = [];
        }
        """;
}
