using System.Runtime.CompilerServices;
using VerifyTests;

namespace ExplicitContext.Generators.Tests;

internal static class ModuleInitializer
{
    [ModuleInitializer]
    public static void Initialize() => VerifySourceGenerators.Initialize();
}
