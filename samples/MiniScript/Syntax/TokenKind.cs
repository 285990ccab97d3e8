namespace MiniScript;

internal enum TokenKind
{
    Number,
    Text,
    Name,
    Keyword,
    Symbol,
    End,
}
