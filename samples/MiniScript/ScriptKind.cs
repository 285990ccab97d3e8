namespace MiniScript;

/// <summary>What a script value is.</summary>
public enum ScriptKind
{
    Nil,
    Boolean,
    Number,
    Text,
    List,
    Function,
}
