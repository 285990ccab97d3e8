using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.CodeFixes;

/// <summary>A static field or auto-property with <c>[MoveTo]</c>, written as the partial property whose body is generated.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Symbol">The member.</param>
/// <param name="Type">Its type, as written.</param>
/// <param name="Initializer">Its first value, if it has one.</param>
/// <param name="Accessors">The accessors that the property needs.</param>
internal sealed record MovedField(MemberDeclarationSyntax Declaration, ISymbol Symbol, TypeSyntax Type, ExpressionSyntax? Initializer, string Accessors)
{
    /// <summary>Reads a declaration; null where it is no such member, or some use of it would not compile or not mean the same.</summary>
    public static MovedField? For(SyntaxNode? node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is null || model.GetDeclaredSymbol(node, cancellationToken) is not { IsStatic: true } symbol
            || symbol.GetAttributes() is not [{ } attribute] || !KnownAttributes.Is(attribute.AttributeClass, KnownAttributes.MoveTo)
            || attribute.NamedString("Initial") is not null
            || symbol.IsExternallyVisible()
            || ((CSharpParseOptions)node.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp13)
        {
            return null;
        }

        var field = node switch
        {
            VariableDeclaratorSyntax { ArgumentList: null, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax declaration } variable } declarator when IsPlain((IFieldSymbol)symbol) =>
                new MovedField(declaration, symbol, variable.Type, declarator.Initializer?.Value, "{ get; set; }"),
            PropertyDeclarationSyntax { AccessorList: { } list } property when IsAuto(property) =>
                new MovedField(property, symbol, property.Type, property.Initializer?.Value, list.ToString()),
            _ => null,
        };
        return field is { Initializer: not InitializerExpressionSyntax, Declaration.Modifiers.Count: > 0 } && !HasRemarks(field.Declaration) && field.UsesKeepTheirMeaning(model.Compilation, cancellationToken) ? field : null;
    }

    /// <summary>The change of the text. The first value is made by a method of its own, once for each state.</summary>
    public TextChange In(SourceText text)
    {
        var initial = "Initial" + char.ToUpperInvariant(Symbol.Name.TrimStart('_')[0]) + Symbol.Name.TrimStart('_').Substring(1);
        for (var number = 1; !Symbol.ContainingType.GetMembers(initial).IsEmpty; number++) initial = initial.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') + number;

        var argument = Declaration.AttributeLists[0].Attributes[0].ArgumentList!.CloseParenToken.SpanStart;
        var attribute = text.ToString(TextSpan.FromBounds(Declaration.SpanStart, argument));
        var afterAttribute = text.ToString(TextSpan.FromBounds(argument, Declaration.Modifiers.First().SpanStart));
        var modifiers = string.Join(" ", Declaration.Modifiers.Select(modifier => modifier.Text));
        var name = SyntaxFacts.GetKeywordKind(Symbol.Name) == SyntaxKind.None ? Symbol.Name : "@" + Symbol.Name;
        var property = $"{attribute}{(Initializer is null ? "" : $", Initial = nameof({initial})")}{afterAttribute}{modifiers} partial {Type} {name} {Accessors}";
        var line = text.Lines.GetLineFromPosition(Declaration.SpanStart).ToString();
        var indentation = line.Substring(0, line.Length - line.TrimStart().Length);
        var end = text.ToString().Contains("\r\n") ? "\r\n" : "\n";
        return new(Declaration.Span, Initializer is null ? property : $"{property}{end}{end}{indentation}private static {Type} {initial}() => {Initializer};");
    }

    private static bool IsPlain(IFieldSymbol field) => field is { IsConst: false, IsReadOnly: false, IsVolatile: false, RefKind: RefKind.None };

    private static bool IsAuto(PropertyDeclarationSyntax property) =>
        !property.Modifiers.Any(SyntaxKind.PartialKeyword) && property.AccessorList!.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });

    private static bool HasRemarks(SyntaxNode declaration) => declaration.DescendantTrivia()
        .Any(trivia => declaration.Span.Contains(trivia.Span) && (trivia.IsDirective || trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)));

    /// <summary>A property has no address, and of a struct it yields a copy.</summary>
    private bool UsesKeepTheirMeaning(Compilation compilation, CancellationToken cancellationToken)
    {
        if (Symbol is IPropertySymbol) return true;
        var isMutableStruct = ((IFieldSymbol)Symbol).Type is { IsValueType: true, IsReadOnly: false, SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum };
        return compilation.SyntaxTrees.Where(tree => tree.GetText(cancellationToken).ToString().Contains(Symbol.Name)).All(tree =>
        {
            var names = tree.GetRoot(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == Symbol.Name);
            var model = compilation.GetSemanticModel(tree);
            return names.All(name => !NeedsVariable(name, isMutableStruct) || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, Symbol));
        });
    }

    private static bool NeedsVariable(IdentifierNameSyntax name, bool isMutableStruct)
    {
        ExpressionSyntax use = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return use.Parent switch
        {
            ArgumentSyntax argument => argument.RefKindKeyword != default,
            RefExpressionSyntax => true,
            PrefixUnaryExpressionSyntax address => address.IsKind(SyntaxKind.AddressOfExpression),
            MemberAccessExpressionSyntax or ElementAccessExpressionSyntax => isMutableStruct,
            _ => false,
        };
    }
}
