using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>The overrides and implementations that the source of a compilation declares. Made when it is first asked.</summary>
internal sealed class OverrideMap(Compilation compilation, CancellationToken cancellationToken)
{
    private Dictionary<IMethodSymbol, List<IMethodSymbol>>? standIns;

    /// <summary>The members that may run where <paramref name="declared"/> is called, over any number of overrides.</summary>
    public IEnumerable<IMethodSymbol> StandingInFor(IMethodSymbol declared)
    {
        standIns ??= Build();
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<IMethodSymbol>([declared]);
        while (open.Count > 0)
        {
            foreach (var standIn in standIns.TryGetValue(open.Dequeue(), out var found) ? found : [])
            {
                if (seen.Add(standIn))
                {
                    open.Enqueue(standIn);
                    yield return standIn;
                }
            }
        }
    }

    private Dictionary<IMethodSymbol, List<IMethodSymbol>> Build()
    {
        var map = new Dictionary<IMethodSymbol, List<IMethodSymbol>>(SymbolEqualityComparer.Default);
        foreach (var type in SourceTypes.Of(compilation.Assembly))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => method.OverriddenMethod is not null))
            {
                Add(map, method.OverriddenMethod!, method);
            }

            foreach (var method in type.TypeKind == TypeKind.Interface ? type.GetMembers().OfType<IMethodSymbol>() : [])
            {
                foreach (var declared in ExplicitImplementations.Of(method).OfType<IMethodSymbol>())
                {
                    Add(map, declared, method);
                }
            }

            foreach (var declared in type.TypeKind == TypeKind.Interface ? [] : type.AllInterfaces.SelectMany(implemented => implemented.GetMembers()).OfType<IMethodSymbol>())
            {
                if (type.FindImplementationForInterfaceMember(declared) is IMethodSymbol implementing)
                {
                    Add(map, declared, implementing);
                }
            }
        }

        return map;
    }

    private static void Add(Dictionary<IMethodSymbol, List<IMethodSymbol>> map, IMethodSymbol declared, IMethodSymbol standIn)
    {
        declared = IndexerUnit.Of(declared.OriginalDefinition);
        if (!map.TryGetValue(declared, out var list))
        {
            map.Add(declared, list = []);
        }

        list.Add(IndexerUnit.Of(standIn.OriginalDefinition));
    }
}
