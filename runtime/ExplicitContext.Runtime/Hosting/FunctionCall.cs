namespace ExplicitContext.Runtime;

/// <summary>A call of a language's function on its way to another interpreter: all of it crosses, or nothing.</summary>
/// <param name="function">What to call: a name, or a function that can cross.</param>
/// <param name="arguments">What with. Not changed any more.</param>
internal sealed class FunctionCall(object function, object?[] arguments) : IShareable<FunctionCall>
{
    public object Function => function;

    public object?[] Arguments => arguments;

    Type IShareable.ShareableType => typeof(FunctionCall);

    object IShareable.Cross(ref CrossingScope scope) => Cross(ref scope);

    FunctionCall IShareable<FunctionCall>.Cross(ref CrossingScope scope) => Cross(ref scope);

    private FunctionCall Cross(ref CrossingScope scope)
    {
        var sentFunction = scope.Cross(function, nameof(function));
        var sent = new object?[arguments.Length];
        for (var i = 0; i < sent.Length; i++) sent[i] = scope.Cross(arguments[i], $"{nameof(arguments)}[{i}]");
        return scope.Replace(new FunctionCall(sentFunction, sent));
    }
}
