namespace Fuzz.Tests.Generation;

/// <summary>The kinds of members that a random program has; each yields an <c>int</c> to who calls it as that kind is called.</summary>
internal enum MemberKind
{
    StaticMethod,
    InstanceMethod,
    GenericMethod,
    AsyncMethod,
    Iterator,
    AsyncIterator,
    ExtensionMethod,
    StaticProperty,
    InstanceProperty,
    OutMethod,
    RefMethod,
    ParamsMethod,
    ObjectMethod,
    OptionalMethod,
    TupleMethod,
    VirtualMethod,
    Indexer,
    Operator,
    Disposable,
}
