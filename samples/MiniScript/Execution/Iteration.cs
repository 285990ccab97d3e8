namespace MiniScript;

internal static class Iteration
{
    /// <summary>The elements of a list, also those appended meanwhile, or the characters of a text.</summary>
    public static IEnumerable<ScriptValue> Of(ThreadState tstate, ScriptValue sequence)
    {
        if (sequence.Kind == ScriptKind.Text)
        {
            foreach (var character in sequence.ToText(tstate))
                yield return ScriptValue.Of(tstate.Interp.EngineState().Strings.Intern(character.ToString()));
            yield break;
        }

        var items = sequence.ToItems(tstate);
        for (var i = 0; i < items.Count; i++)
            yield return items[i];
    }
}
