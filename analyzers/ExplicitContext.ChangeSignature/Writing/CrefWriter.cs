using ExplicitContext.ChangeSignature.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>Lets documentation refer to the new signature.</summary>
internal static class CrefWriter
{
    /// <summary>Adds the types to a parameter list. Without a list the reference is to the name, and with an old signature that stays it is to that.</summary>
    public static void Write(SignatureChange change, CrefSyntax cref, SourceFile file, Draft draft)
    {
        var member = cref is QualifiedCrefSyntax qualified ? qualified.Member : cref;
        var parameters = member switch
        {
            NameMemberCrefSyntax name => name.Parameters,
            _ => null,
        };
        if (change.KeepsLegacy || parameters is null)
            return;

        var types = string.Join(", ", change.Parameters.Select(parameter => Text(AmbientText.Of(parameter.Type.Type, file.Model, cref.SpanStart))));
        var index = change.Declarations[0].Member.IsExtensionMethod ? 1 : 0;
        draft.Add(change, file, ListInsertion.At(parameters.OpenParenToken, parameters.Parameters, index, types));
    }

    /// <summary>A type as a cref has it: in XML, generic arguments are in braces.</summary>
    public static string Text(string type) => type.Replace('<', '{').Replace('>', '}').Replace("?", "");
}
