namespace MiniScript;

internal readonly record struct Token(TokenKind Kind, string Text, int Line)
{
    public bool Is(string symbolOrKeyword)
        => Kind is TokenKind.Symbol or TokenKind.Keyword && Text == symbolOrKeyword;

    public override string ToString() => Kind switch
    {
        TokenKind.End => "the end of the script",
        TokenKind.Text => "a text",
        _ => $"'{Text}'",
    };
}
