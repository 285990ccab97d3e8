using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Reach;

/// <summary>What the end of a <c>using</c>, an <c>await using</c> and a <c>lock</c> calls.</summary>
internal static class ImpliedDisposal
{
    public static void Add(CalleeList callees, IOperation operation)
    {
        var (resources, isAsynchronous) = operation switch
        {
            IUsingOperation @using => (@using.Resources, @using.IsAsynchronous),
            IUsingDeclarationOperation declaration => (declaration.DeclarationGroup, declaration.IsAsynchronous),
            _ => (null, false),
        };
        if (resources is IVariableDeclarationGroupOperation group)
        {
            foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
            {
                AddAwaited(declarator.Symbol.Type);
            }
        }
        else
        {
            AddAwaited(CalleeList.Seen(resources));
        }

        void AddAwaited(ITypeSymbol? type)
        {
            var disposer = Add(callees, type, isAsynchronous);
            if (isAsynchronous)
            {
                ImpliedAwaiting.Add(callees, disposer?.ReturnType, operation.SemanticModel, operation.Syntax.SpanStart);
            }
        }
    }

    /// <summary>The disposing member of a type: its interface's, or else the one that fits the pattern.</summary>
    public static IMethodSymbol? Add(CalleeList callees, ITypeSymbol? type, bool isAsynchronous)
    {
        if (type is null)
        {
            return null;
        }

        var (name, contract) = isAsynchronous ? ("DisposeAsync", "IAsyncDisposable") : ("Dispose", "IDisposable");
        var isContract = type.Name == contract && type.TypeKind == TypeKind.Interface;
        var constraints = (type as ITypeParameterSymbol)?.ConstraintTypes.SelectMany(constraint => constraint.AllInterfaces.Concat(constraint is INamedTypeSymbol named ? [named] : [])) ?? [];
        var declaring = isContract ? type : type.AllInterfaces.Concat(constraints).FirstOrDefault(implemented => implemented.Name == contract && implemented.ContainingNamespace.Name == "System");
        var disposer = declaring?.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault() ?? PatternMembers.Method(type, name);
        callees.AddImplied(disposer, type);
        return disposer;
    }

    /// <summary>A <c>System.Threading.Lock</c> is entered by its own members. The framework's are not in sight; a stand-in for older frameworks is.</summary>
    public static void AddLock(CalleeList callees, ITypeSymbol? type)
    {
        if (type is { Name: "Lock", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } }
            && PatternMembers.Method(type, "EnterScope") is { } enter)
        {
            callees.AddImplied(enter, type);
            Add(callees, enter.ReturnType, isAsynchronous: false);
        }
    }
}
