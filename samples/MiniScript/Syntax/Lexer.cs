using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace MiniScript;

internal static class Lexer
{
    private static readonly FrozenSet<string> Keywords = FrozenSet.Create(
    [
        "let", "fn", "if", "else", "while", "for", "in", "return", "break", "continue",
        "true", "false", "nil", "and", "or", "not",
    ]);

    private static readonly ImmutableArray<string> Symbols =
    [
        "==", "!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "%", "(", ")", "[", "]", "{", "}", ",", ";",
    ];

    public static IEnumerable<Token> Read(ThreadState tstate, string source, string scriptName)
    {
        var line = 1;
        for (var at = 0; at < source.Length;)
        {
            var start = at;
            var next = source[at];
            if (next == '\n')
            {
                line++;
                at++;
            }
            else if (char.IsWhiteSpace(next))
            {
                at++;
            }
            else if (source.AsSpan(at).StartsWith("//"))
            {
                while (at < source.Length && source[at] != '\n')
                    at++;
            }
            else if (char.IsAsciiDigit(next))
            {
                while (at < source.Length && (char.IsAsciiDigit(source[at]) || source[at] == '.'))
                    at++;
                yield return new Token(TokenKind.Number, source[start..at], line);
            }
            else if (char.IsLetter(next) || next == '_')
            {
                while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] == '_'))
                    at++;
                var word = tstate.Interp.EngineState().Strings.Intern(source[start..at]);
                yield return new Token(Keywords.Contains(word) ? TokenKind.Keyword : TokenKind.Name, word, line);
            }
            else if (next == '"')
            {
                var text = ReadText(tstate, source, scriptName, ref at, line);
                yield return new Token(TokenKind.Text, tstate.Interp.EngineState().Strings.Intern(text), line);
            }
            else
            {
                var symbol = Symbols.FirstOrDefault(symbol => source.AsSpan(at).StartsWith(symbol))
                    ?? throw Errors.Syntax(tstate, scriptName, line, $"unexpected character '{next}'");
                at += symbol.Length;
                yield return new Token(TokenKind.Symbol, symbol, line);
            }
        }

        yield return new Token(TokenKind.End, "", line);
    }

    private static string ReadText(ThreadState tstate, string source, string scriptName, ref int at, int line)
    {
        var text = new StringBuilder();
        for (at++; at < source.Length && source[at] is not ('"' or '\n'); at++)
        {
            if (source[at] != '\\')
                text.Append(source[at]);
            else if (++at < source.Length)
                text.Append(Unescape(source[at]));
        }

        if (at >= source.Length || source[at] != '"')
            throw Errors.Syntax(tstate, scriptName, line, "the text has no closing quote on its line");

        at++;
        return text.ToString();

        char Unescape(char escaped) => escaped switch
        {
            'n' => '\n',
            't' => '\t',
            '"' or '\\' => escaped,
            _ => throw Errors.Syntax(tstate, scriptName, line, $"unknown escape '\\{escaped}'; known are \\n, \\t, \\\" and \\\\"),
        };
    }
}
