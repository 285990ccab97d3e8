using Mono.Cecil;

namespace ExplicitContext.Oracle.Tests.Il;

/// <summary>Built assemblies: their types, and which method runs where a virtual one is called on an object of a type.</summary>
internal sealed class IlProgram : IDisposable
{
    private readonly List<AssemblyDefinition> assemblies = [];
    private readonly Dictionary<string, List<TypeDefinition>> subtypes = new(StringComparer.Ordinal);
    private readonly Dictionary<(TypeDefinition Type, MethodDefinition Declared), IReadOnlyList<MethodDefinition>> targets = [];

    public IlProgram(IEnumerable<Stream> images, IEnumerable<string> referenceFolders)
    {
        var resolver = new KnownAssemblies();
        foreach (var folder in referenceFolders)
            resolver.AddSearchDirectory(folder);
        foreach (var image in images)
        {
            var assembly = AssemblyDefinition.ReadAssembly(image, new ReaderParameters { AssemblyResolver = resolver });
            resolver.Add(assembly);
            assemblies.Add(assembly);
        }

        foreach (var type in Types.Where(type => !IsHelper(type)))
        {
            foreach (var above in IlTypes.SelfAndAbove(type).Select(IlTypes.Definition).OfType<TypeDefinition>().Distinct())
            {
                if (!subtypes.TryGetValue(IlTypes.Key(above), out var below))
                    subtypes.Add(IlTypes.Key(above), below = []);
                below.Add(type);
            }
        }
    }

    public IEnumerable<TypeDefinition> Types => assemblies.SelectMany(assembly => assembly.MainModule.GetTypes());

    public IEnumerable<MethodDefinition> EntryPoints => assemblies.Select(assembly => assembly.EntryPoint).OfType<MethodDefinition>();

    public bool Contains(MethodDefinition method) => assemblies.Contains(method.Module.Assembly);

    /// <summary>
    /// Closures, state machines, anonymous types, and the types behind extension blocks. Their code is that of the member that makes them, so
    /// that no virtual call leads there.
    /// </summary>
    public static bool IsHelper(TypeDefinition type) => IlTypes.IsCompilerMade(type) || type.Name.StartsWith('<') || (type.DeclaringType is { } outer && IsHelper(outer));

    /// <summary>What may run where a method is called on an object that has at least the given types.</summary>
    public IEnumerable<MethodDefinition> Targets(MethodDefinition declared, IReadOnlyList<TypeReference> receivers, bool isExact)
    {
        if (isExact && receivers is [var reference] && IlTypes.Definition(reference) is { } exact)
            return Implementations(exact, declared) is { Count: > 0 } own ? own : [declared];
        var candidates = Below(declared.DeclaringType);
        foreach (var receiver in receivers)
            candidates = candidates.Intersect(Below(IlTypes.Definition(receiver)!).Where(type => CanBe(type, receiver)));
        var found = candidates.SelectMany(type => Implementations(type, declared)).ToHashSet();
        if (found.Count == 0 || declared.DeclaringType.IsInterface)
            found.Add(declared);
        return found;
    }

    public void Dispose()
    {
        foreach (var assembly in assemblies)
            assembly.Dispose();
    }

    /// <summary>Whether the arguments of a generic receiver leave room for a type: they are equal, or open, or variance may convert them.</summary>
    private static bool CanBe(TypeDefinition type, TypeReference receiver)
    {
        if (receiver is not GenericInstanceType { ContainsGenericParameter: false } instance || IlTypes.Definition(receiver) is not { } definition
            || definition.DeclaringType is { HasGenericParameters: true } || definition.GenericParameters.Any(parameter => parameter.IsCovariant || parameter.IsContravariant))
            return true;
        return IlTypes.SelfAndAbove(type).Any(above => IlTypes.Definition(above) == definition && (above is not GenericInstanceType || above.ContainsGenericParameter || above.FullName == instance.FullName));
    }

    private IEnumerable<TypeDefinition> Below(TypeDefinition type) => subtypes.TryGetValue(IlTypes.Key(type), out var below) ? below : [];

    private IReadOnlyList<MethodDefinition> Implementations(TypeDefinition type, MethodDefinition declared)
    {
        if (!targets.TryGetValue((type, declared), out var found))
            targets.Add((type, declared), found = type.IsInterface ? [] : IlDispatch.Find(type, declared));
        return found;
    }

    private sealed class KnownAssemblies : DefaultAssemblyResolver
    {
        public void Add(AssemblyDefinition assembly) => RegisterAssembly(assembly);
    }
}
