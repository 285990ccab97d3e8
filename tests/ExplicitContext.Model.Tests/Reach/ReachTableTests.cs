using ExplicitContext.Model.Reach.Carrying;

namespace ExplicitContext.Model.Tests.Reach;

public class ReachTableTests
{
    private static readonly ReachLine[] Lines =
    [
        new("Game/M:Game.Evaluator.Visit(Game.Node)", "Game/M:Game.Evaluator.Read"),
        new("Game/M:Game.Evaluator.Read", "Game/P:Game.Engine.Current", ReachStep.Reads),
        new("Game/M:Game.Box`1.Put``1(`0,``0)", "Lib/M:Lib.Store.set_Item(System.Int32,System.String)"),
        new("Game/M:Game.Evaluator.#ctor", "Game/M:Game.Box`1.Put``1(`0,``0)"),
        new("Lib/M:Lib.INode.Accept", "Game/M:Game.Node.Lib#INode#Accept", ReachStep.Dispatches),
        new("Lib/M:Lib.INode.Accept", "Game/M:Game.Other.Accept", ReachStep.Dispatches),
        new("Game/M:Game.Number.op_Implicit(Game.Number)~System.Int32", "Game/M:Game.Evaluator.Read"),
    ];

    [Fact]
    public void Text_IsGroupedByType_OneLineAMember() => Assert.Equal(
        """
        2
        Game.Box`1
         M:Put``1(`0,``0) > Lib/M:Lib.Store.set_Item(System.Int32,System.String)
        Game.Evaluator
         M:#ctor > M:Game.Box`1.Put``1(`0,``0)
         M:Read = P:Current
         M:Visit(Game.Node) > .M:Read
        Game.Number
         M:op_Implicit(Game.Number)~System.Int32 > M:Game.Evaluator.Read
        Lib/Lib.INode
         M:Accept ~> M:Game.Node.Lib#INode#Accept
         M:Accept ~> M:Game.Other.Accept

        """,
        ReachTable.Create("Game/T:Game.Engine", "Game", Lines).Text);

    [Fact]
    public void WhatIsWritten_IsReadBack() =>
        Assert.Equivalent(Lines, ReachTable.Create("Game/T:Game.Engine", "Game", Lines).Read("Game"), strict: true);

    [Fact]
    public void OrderOfTheLines_DoesNotMatter() => Assert.Equal(
        ReachTable.Create("Game/T:Game.Engine", "Game", Lines),
        ReachTable.Create("Game/T:Game.Engine", "Game", Lines.Reverse()));

    [Theory]
    [InlineData("")]
    [InlineData("1\nGame.A\n M:B = P:Current\n")]
    [InlineData("2\n M:B = P:Current\n")]
    [InlineData("2\nGame.A\n B = P:Current\n")]
    [InlineData("2\nGame.A\n M:B\n")]
    [InlineData("2\nGame.A\n M:B > x\n")]
    [InlineData("2\nGame.A\n M:B > .x\n")]
    [InlineData("2\nGame.A\n M:B = x\n")]
    [InlineData("2\nGame.A\n \n")]
    public void WhatIsNoTable_YieldsNothing(string text) => Assert.Empty(new ReachTable("Game/T:Game.Engine", text).Read("Game"));

    [Theory]
    [InlineData("A/M:N.Box`1.Put``1(`0)", "Box.Put", "Put")]
    [InlineData("A/M:N.Box.#ctor(System.Int32)", "Box constructor", "new Box")]
    [InlineData("A/M:N.Box.get_Depth", "Box.Depth", "Depth")]
    [InlineData("A/M:N.Box.set_Item(System.Int32,System.Int32)", "Box.Item", "this[]")]
    [InlineData("A/M:N.Box.N#IBox#Open", "Box.Open", "Open")]
    [InlineData("A/M:N.Box.op_Addition(N.Box,N.Box)", "Box.operator +", "operator +")]
    [InlineData("A/M:N.Box.op_Implicit(N.Box)~System.Int32", "Box.implicit operator", "(T)")]
    [InlineData("A/P:Box.Current", "Box.Current", "Current")]
    [InlineData("A/M:N.Words.<G>$34505F560D9EACF86A87F3ED1F85E448.Weigh(System.Int32)", "Words.Weigh", "Weigh")]
    public void Key_TellsTheNames(string key, string display, string inCode)
    {
        var id = MemberId.Parse(key)!;

        Assert.Equal((key, display, inCode), (id.Key, id.DisplayName, id.NameInCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("A/")]
    [InlineData("A/M:")]
    [InlineData("A/M:Alone")]
    [InlineData("M:N.Box.Put")]
    public void WhatIsNoKey_IsNone(string key) => Assert.Null(MemberId.Parse(key));
}
