using ExplicitContext.ChangeSignature.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>Writes out the calls of base constructors that nobody wrote: <c>: base(…)</c>, or a whole constructor where a type has none.</summary>
internal sealed class BaseConstructorWriter(SourceFiles files, HandedContext handed, Draft draft)
{
    public async Task WriteAsync(SignatureChange change, CancellationToken cancellationToken)
    {
        var member = change.Declarations[0].Member;
        if (member.MethodKind != MethodKind.Constructor || change.KeepsLegacy || member.ContainingType.TypeKind != TypeKind.Class || !IsCalledImplicitly(member))
            return;

        foreach (var heir in await SymbolFinder.FindDerivedClassesAsync(member.ContainingType, files.Solution, transitive: false, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            foreach (var constructor in heir.InstanceConstructors)
                await WriteAsync(change, constructor, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Without a constructor that takes nothing, one whose arguments can all be left out is called.</summary>
    private static bool IsCalledImplicitly(IMethodSymbol constructor) =>
        constructor.Parameters.IsEmpty
        || (constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)
            && !constructor.ContainingType.InstanceConstructors.Any(other => other.Parameters.IsEmpty));

    private async Task WriteAsync(SignatureChange change, IMethodSymbol constructor, CancellationToken cancellationToken)
    {
        var isDefault = constructor is { IsImplicitlyDeclared: true, Parameters.IsEmpty: true };
        if (constructor.IsImplicitlyDeclared && !isDefault)
            return;
        var reference = isDefault ? constructor.ContainingType.DeclaringSyntaxReferences.FirstOrDefault() : constructor.DeclaringSyntaxReferences.FirstOrDefault();
        if (await files.OfAsync(reference?.SyntaxTree, cancellationToken).ConfigureAwait(false) is not { IsGenerated: false } file)
        {
            draft.Refuse(change, constructor.ContainingType.Locations[0], $"The base constructor is called by '{constructor.ContainingType.Name}', which is declared in generated code.");
            return;
        }

        switch (await reference!.GetSyntaxAsync(cancellationToken).ConfigureAwait(false))
        {
            case ConstructorDeclarationSyntax { Initializer: null } declaration:
                var body = (SyntaxNode?)declaration.Body?.Statements.FirstOrDefault() ?? (SyntaxNode?)declaration.Body ?? declaration.ExpressionBody;
                Add(change, file, declaration.ParameterList.Span.End, handed.For(change, body ?? declaration.ParameterList, file, cancellationToken), " : base({0})");
                break;
            case TypeDeclarationSyntax { ParameterList: not null, BaseList.Types: [SimpleBaseTypeSyntax @base, ..] } when !isDefault:
                Add(change, file, @base.Span.End, handed.For(change, @base, file, cancellationToken), "({0})");
                break;
            case TypeDeclarationSyntax { OpenBraceToken.RawKind: (int)SyntaxKind.OpenBraceToken } type when isDefault:
                await AddConstructorAsync(change, constructor, type, file, cancellationToken).ConfigureAwait(false);
                break;
            case TypeDeclarationSyntax type when isDefault:
                draft.Refuse(change, type.Identifier.GetLocation(), $"'{type.Identifier.ValueText}' has no body in which a constructor could call the base constructor.");
                break;
        }
    }

    private async Task AddConstructorAsync(SignatureChange change, IMethodSymbol constructor, TypeDeclarationSyntax type, SourceFile file, CancellationToken cancellationToken)
    {
        var accessibility = constructor.ContainingType.IsAbstract ? "protected" : "public";
        var ambient = HandedContext.AmbientFor(change, file, type.OpenBraceToken.Span.End);
        var text = await file.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (!type.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
        {
            Add(change, file, type.OpenBraceToken.Span.End, ambient, $" {accessibility} {type.Identifier.ValueText}() : base({{0}}) {{{{ }}}}");
            return;
        }

        var line = text.Lines.GetLineFromPosition(type.OpenBraceToken.SpanStart);
        var newLine = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        var inner = string.Concat(line.ToString().TakeWhile(char.IsWhiteSpace)) + "    ";
        string[] lines = [$"{accessibility} {type.Identifier.ValueText}()", "    : base({0})", "{{", "}}"];
        Add(change, file, line.End, ambient, string.Concat(lines.Select(written => newLine + inner + written)) + (type.Members.Count > 0 ? newLine : ""));
    }

    private void Add(SignatureChange change, SourceFile file, int position, IReadOnlyList<string>? arguments, string format)
    {
        if (arguments is null)
            draft.Refuse(change, Location.Create(file.Root.SyntaxTree, new(position, 0)), $"A type that is derived from '{change.Name}' has no context to hand on.");
        else
            draft.Add(change, file, new(position, 0), string.Format(System.Globalization.CultureInfo.InvariantCulture, format, string.Join(", ", arguments)));
    }
}
