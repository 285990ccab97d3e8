using System.Globalization;

namespace MiniScript;

/// <summary>Recursive descent, one method for each level of precedence.</summary>
[ContextCarrier]
internal sealed class Parser : IDisposable
{
    private readonly ThreadState tstate;
    private readonly string scriptName;
    private readonly IEnumerator<Token> tokens;
    private Token token;
    private int openLoops;

    private Parser(ThreadState tstate, string source, string scriptName)
    {
        this.tstate = tstate;
        this.scriptName = scriptName;
        tokens = Lexer.Read(tstate, source, scriptName).GetEnumerator();
        Advance();
    }

    public static Block Parse(ThreadState tstate, string source, string scriptName)
    {
        using var parser = new Parser(tstate, source, scriptName);
        var statements = new List<Statement>();
        while (parser.token.Kind != TokenKind.End)
            statements.Add(parser.ParseStatement());
        return new Block(1, statements);
    }

    public void Dispose() => tokens.Dispose();

    private Statement ParseStatement()
    {
        Limits.CheckStack(tstate);
        var line = token.Line;
        if (Accept("let"))
            return new LetStatement(line, TakeName(), AfterSymbol("=", ParseTerminated));
        if (Accept("fn"))
            return ParseNamedFunction(line);
        if (Accept("if"))
            return ParseIf(line);
        if (Accept("while"))
            return new WhileStatement(line, ParseExpression(), ParseLoopBody());
        if (Accept("for"))
            return new ForStatement(line, TakeName(), AfterSymbol("in", ParseExpression), ParseLoopBody());
        if (Accept("return"))
            return new ReturnStatement(line, Accept(";") ? null : ParseTerminated());
        if (Accept("break"))
            return ParseJump(line, Completion.Break);
        if (Accept("continue"))
            return ParseJump(line, Completion.Continue);
        return token.Is("{") ? ParseBlock() : new ExpressionStatement(line, ParseTerminated());
    }

    private LetStatement ParseNamedFunction(int line)
    {
        var name = TakeName();
        return new LetStatement(line, name, ParseFunction(line, name));
    }

    private IfStatement ParseIf(int line)
    {
        var condition = ParseExpression();
        var then = ParseBlock();
        if (!Accept("else"))
            return new IfStatement(line, condition, then, null);
        return new IfStatement(line, condition, then, token.Is("if") ? ParseStatement() : ParseBlock());
    }

    private JumpStatement ParseJump(int line, Completion completion)
    {
        if (openLoops == 0)
            throw Errors.Syntax(tstate, scriptName, line, $"there is no loop around this {completion.ToString().ToLowerInvariant()}");
        Take(";");
        return new JumpStatement(line, completion);
    }

    private Block ParseLoopBody()
    {
        openLoops++;
        var body = ParseBlock();
        openLoops--;
        return body;
    }

    private Block ParseBlock()
    {
        var line = token.Line;
        var statements = new List<Statement>();
        Take("{");
        while (!Accept("}"))
            statements.Add(ParseStatement());
        return new Block(line, statements);
    }

    private Expression ParseTerminated()
    {
        var expression = ParseExpression();
        Take(";");
        return expression;
    }

    private Expression ParseExpression()
    {
        Limits.CheckStack(tstate);
        var line = token.Line;
        var target = ParseOr();
        if (!Accept("="))
            return target;
        return target is NameExpression or IndexExpression
            ? new AssignExpression(line, target, ParseExpression())
            : throw Errors.Syntax(tstate, scriptName, line, "only a name or an element of a list can be assigned to");
    }

    private Expression ParseOr() => ParseBinary(ParseAnd, "or");

    private Expression ParseAnd() => ParseBinary(ParseEquality, "and");

    private Expression ParseEquality() => ParseBinary(ParseComparison, "==", "!=");

    private Expression ParseComparison() => ParseBinary(ParseSum, "<", "<=", ">", ">=");

    private Expression ParseSum() => ParseBinary(ParseProduct, "+", "-");

    private Expression ParseProduct() => ParseBinary(ParseUnary, "*", "/", "%");

    private Expression ParseBinary(Func<Expression> operand, params ReadOnlySpan<string> operators)
    {
        var left = operand();
        while (true)
        {
            var (symbol, line) = (token.Text, token.Line);
            if (token.Kind is not (TokenKind.Symbol or TokenKind.Keyword) || !operators.Contains(symbol))
                return left;
            Advance();
            left = symbol is "and" or "or"
                ? new LogicalExpression(line, symbol, left, operand())
                : new BinaryExpression(line, symbol, left, operand());
        }
    }

    private Expression ParseUnary()
    {
        Limits.CheckStack(tstate);
        var (symbol, line) = (token.Text, token.Line);
        return Accept("-") || Accept("not") ? new UnaryExpression(line, symbol, ParseUnary()) : ParsePostfix();
    }

    private Expression ParsePostfix()
    {
        var expression = ParsePrimary();
        while (true)
        {
            var line = token.Line;
            if (Accept("("))
                expression = new CallExpression(line, expression, ParseList(")"));
            else if (Accept("["))
                expression = new IndexExpression(line, expression, ParseIndex());
            else
                return expression;
        }
    }

    private Expression ParseIndex()
    {
        var index = ParseExpression();
        Take("]");
        return index;
    }

    private Expression ParsePrimary()
    {
        var taken = token;
        Advance();
        return taken.Kind switch
        {
            TokenKind.Number => new Literal(taken.Line, ParseNumber(taken)),
            TokenKind.Text => new Literal(taken.Line, ScriptValue.Of(taken.Text)),
            TokenKind.Name => new NameExpression(taken.Line, taken.Text),
            _ => taken.Text switch
            {
                "true" or "false" => new Literal(taken.Line, ScriptValue.Of(taken.Text == "true")),
                "nil" => new Literal(taken.Line, ScriptValue.Nil),
                "[" => new ListExpression(taken.Line, ParseList("]")),
                "fn" => ParseFunction(taken.Line, "fn"),
                "(" => ParseGroup(),
                _ => throw Errors.Syntax(tstate, scriptName, taken.Line, $"expected an expression, found {taken}"),
            },
        };
    }

    private ScriptValue ParseNumber(Token number)
        => double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? ScriptValue.Of(value)
            : throw Errors.Syntax(tstate, scriptName, number.Line, $"{number} is not a number");

    private Expression ParseGroup()
    {
        var inner = ParseExpression();
        Take(")");
        return inner;
    }

    private FunctionExpression ParseFunction(int line, string name)
    {
        var parameters = new List<string>();
        Take("(");
        while (!Accept(")"))
        {
            if (parameters.Count > 0)
                Take(",");
            parameters.Add(TakeName());
        }

        var loopsAround = openLoops;
        openLoops = 0;
        var body = ParseBlock();
        openLoops = loopsAround;
        return new FunctionExpression(line, name, scriptName, parameters, body);
    }

    private List<Expression> ParseList(string close)
    {
        var items = new List<Expression>();
        while (!Accept(close))
        {
            if (items.Count > 0)
                Take(",");
            items.Add(ParseExpression());
        }

        return items;
    }

    private Expression AfterSymbol(string symbol, Func<Expression> parse)
    {
        Take(symbol);
        return parse();
    }

    private string TakeName()
    {
        var name = token;
        if (name.Kind != TokenKind.Name)
            throw Errors.Syntax(tstate, scriptName, name.Line, $"expected a name, found {name}");
        Advance();
        return name.Text;
    }

    private void Take(string symbol)
    {
        if (!Accept(symbol))
            throw Errors.Syntax(tstate, scriptName, token.Line, $"expected '{symbol}', found {token}");
    }

    private bool Accept(string symbol)
    {
        if (!token.Is(symbol))
            return false;
        Advance();
        return true;
    }

    private void Advance()
    {
        if (tokens.MoveNext())
            token = tokens.Current;
    }
}
