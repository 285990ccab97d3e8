namespace ExplicitContext.Testing.Constructs;

/// <summary>Members that statements, patterns and literals call without naming them.</summary>
public static class StatementConstructs
{
    private const string Awaitable = """
        class W(int x) { public A GetAwaiter() => new(); }
        class A : INotifyCompletion { public bool IsCompleted { get { C.Completed(); return true; } } public void OnCompleted(Action a) => C.On(); public void GetResult() => C.Result(); }
        class V { public X GetAwaiter() => new(); } class X : INotifyCompletion { public bool IsCompleted => true; public void OnCompleted(Action a) { } public void GetResult() { } }
        """;

    public static IEnumerable<Construct> All =>
    [
        new("foreach over a pattern", """
            class D { public E GetEnumerator() => new(); } class E { public int Current => 1; public bool MoveNext() => Ambient.Read() > 0; }
            class D2 { public E2 GetEnumerator() => new(); } class E2 { public int Current => Ambient.Read(); public bool MoveNext() => true; }
            class F { public G GetEnumerator() => new(); } class G { public int Current => 1; public bool MoveNext() => true; public void Reset() => Ambient.Read(); }
            class C { void M(D d) { foreach (var x in d) { } } void MCurrent(D2 d) { foreach (var x in d) { } } void N(F f) { foreach (var x in f) { } } }
            """),
        new("foreach over an interface", """
            class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { Ambient.Read(); return null!; } IEnumerator IEnumerable.GetEnumerator() => null!; }
            class C { void M(IEnumerable<int> d) { foreach (var x in d) { } } void MClass(D d) { foreach (var x in d) { } } void N(IEnumerable d) { foreach (var x in d) { } } void NArray(int[] d) { foreach (var x in d) { } } void NList(List<int> d) { foreach (var x in d) { } } }
            """),
        new("foreach that disposes", """
            class E : IEnumerator<int> { public int Current => 1; object IEnumerator.Current => 1; public bool MoveNext() => true; public void Reset() { } public void Dispose() => Ambient.Read(); }
            class D { public E GetEnumerator() => new(); } class Other : IDisposable { public void Dispose() => Ambient.Read(); }
            class F : IEnumerator<string> { public string Current => ""; object IEnumerator.Current => 1; public bool MoveNext() => true; public void Reset() { } public void Dispose() { } }
            class G { public F GetEnumerator() => new(); }
            class C { void M(D d) { foreach (var x in d) { } } void MInterface(IEnumerable<int> d) { foreach (var x in d) { } } void N(G g) { foreach (var x in g) { } } }
            """),
        new("foreach with an extension", """
            static class X { public static IEnumerator<int> GetEnumerator(this C c) { Ambient.Read(); return null!; } public static IEnumerator<int> GetEnumerator(this Exception c) => null!; }
            class C { void M() { foreach (var x in this) { } } void N(Exception e) { foreach (var x in e) { } } }
            """),
        new("iterator", """
            class C { IEnumerable<int> M() { yield return Ambient.Read(); } IEnumerable<int> N() { yield return 0; } void MLoop() { foreach (var x in M()) { } } void NLoop() { foreach (var x in N()) { } } void NAny(IEnumerable<int> any) { foreach (var x in any) { } } }
            """),
        new("asynchronous foreach", """
            class D { public E GetAsyncEnumerator() => new(); } class E { public int Current => 1; public ValueTask<bool> MoveNextAsync() { Ambient.Read(); return default; } }
            class D2 { public E2 GetAsyncEnumerator() => new(); } class E2 { public int Current => 1; public ValueTask<bool> MoveNextAsync() => default; public ValueTask DisposeAsync() { Ambient.Read(); return default; } }
            class F { public G GetAsyncEnumerator() => new(); } class G { public int Current => 1; public ValueTask<bool> MoveNextAsync() => default; }
            class C { async Task M(D d) { await foreach (var x in d) { } } async Task MDisposes(D2 d) { await foreach (var x in d) { } } async Task N(F f) { await foreach (var x in f) { } } }
            """),
        new("asynchronous iterator", """
            class C { async IAsyncEnumerable<int> M() { await Task.Yield(); yield return Ambient.Read(); } async IAsyncEnumerable<int> N() { await Task.Yield(); yield return 0; } async Task MLoop() { await foreach (var x in M()) { } } async Task NLoop() { await foreach (var x in N()) { } } }
            """),
        new("using", """
            class D : IDisposable { public void Dispose() => Ambient.Read(); } class E : IDisposable { void IDisposable.Dispose() => Ambient.Read(); } ref struct S { public void Dispose() => Ambient.Read(); }
            class F : IDisposable { public void Dispose() { } } class G : F { }
            class C { void M() { using (new D()) { } } void MDeclared(D d) { using var x = d; } void MExplicit(E e) { using (e) { } } void MPattern() { using S s = default; } void MInterface(IDisposable d) { using (d) { } } void N(F f) { using var x = f; } void NDerived(G g) { using (g) { } } }
            """),
        new("using of a type parameter", """
            class D : IDisposable { public void Dispose() => Ambient.Read(); } class F : IDisposable { public void Dispose() { } }
            class C { void M<T>(T t) where T : IDisposable { using (t) { } } void N<T>(T t) where T : F { using (t) { } } }
            """),
        new("using of a class that derived classes implement again", """
            class B : IDisposable { public void Dispose() { } } class D : B, IDisposable { void IDisposable.Dispose() => Ambient.Read(); } sealed class F : B { }
            class C { void M(B b) { using (b) { } } void N(F f) { using (f) { } } }
            """),
        new("await using", """
            class D : IAsyncDisposable { public ValueTask DisposeAsync() { Ambient.Read(); return default; } } class E { public W DisposeAsync() => new(); } class W { public TaskAwaiter GetAwaiter() { Ambient.Read(); return default; } }
            class F : IAsyncDisposable { public ValueTask DisposeAsync() => default; }
            class C { async Task M(D d) { await using (d) { } } async Task MAwaiter(E e) { await using var x = e; } async Task N(F f) { await using var x = f; } }
            """),
        new("await: IsCompleted", Awaitable + "class C { public static void Completed() => Ambient.Read(); public static void On() { } public static void Result() { } async Task M() => await new W(1); async Task N() => await new V(); }"),
        new("await: OnCompleted", Awaitable + "class C { public static void Completed() { } public static void On() => Ambient.Read(); public static void Result() { } async Task M() => await new W(1); async Task N() => await new V(); }"),
        new("await: GetResult", Awaitable + "class C { public static void Completed() { } public static void On() { } public static void Result() => Ambient.Read(); async Task M() => await new W(1); async Task N() => await new V(); }"),
        new("await with an extension", "static class X { public static TaskAwaiter GetAwaiter(this int x) { Ambient.Read(); return default; } public static TaskAwaiter GetAwaiter(this string x) => default; } class C { async Task M() => await 1; async Task N() => await \"\"; }"),
        new("asynchronous method", "class C { async Task<int> M() { await Task.Yield(); return Ambient.Read(); } Func<Task<int>> MLambda(int x) => async () => { await Task.Yield(); return x + Ambient.Read(); }; async Task N() => await Task.Yield(); }"),
        new("builder of a task type", """
            [AsyncMethodBuilder(typeof(B))] class T { } class B { public static B Create() { Ambient.Read(); return new(); } public T Task => new(); public void SetResult() { } public void SetException(Exception e) { } public void SetStateMachine(IAsyncStateMachine s) { } public void Start<S>(ref S s) where S : IAsyncStateMachine { } public void AwaitOnCompleted<A, S>(ref A a, ref S s) where A : INotifyCompletion where S : IAsyncStateMachine { } public void AwaitUnsafeOnCompleted<A, S>(ref A a, ref S s) where A : ICriticalNotifyCompletion where S : IAsyncStateMachine { } }
            class C { async T M() => await Task.Yield(); Func<T> MLambda() => async () => await Task.Yield(); void MLocal() { L(); async T L() => await Task.Yield(); } async Task N() => await Task.Yield(); }
            """),
        new("deconstruction", """
            class D { public void Deconstruct(out int a, out int b) { a = Ambient.Read(); b = 0; } } class F { public void Deconstruct(out int a, out int b) => a = b = 0; }
            class C { void M(D d) { var (a, b) = d; } void MNested(D d) { var (x, (a, b)) = (1, d); } void MLoop(D[] ds) { foreach (var (a, b) in ds) { } } bool MPattern(D d) => d is (1, _); int MSwitch(object o) => o switch { D (1, 2) => 1, _ => 0 }; void N(F d) { var (a, b) = d; } bool NPattern(F f) => f is (1, _); }
            """),
        new("deconstruction by an extension", "static class X { public static void Deconstruct(this string s, out int a, out int b) { a = Ambient.Read(); b = 0; } public static void Deconstruct(this Exception s, out int a, out int b) => a = b = 0; } class C { void M(string d) { var (a, b) = d; } void N(Exception d) { var (a, b) = d; } }"),
        new("deconstruction into properties", "class C { int P { get => 0; set => Ambient.Read(); } int Q { get; set; } void M() => (P, Q) = (1, 2); void N() => (Q, Q) = (1, 2); }"),
        new("deconstruction that converts", "class D { public static implicit operator int(D d) => Ambient.Read(); } class C { void M((D, D) t) { int a; D b; (a, b) = t; } void N((D, D) t) { D a; D b; (a, b) = t; } }"),
        new("collection initialiser", """
            class D : IEnumerable { public void Add(int x) => Ambient.Read(); public void Add(string x) { } public int this[string s] { set => Ambient.Read(); } public IEnumerator GetEnumerator() => null!; }
            class C { D M() => new() { 1 }; D MIndex() => new() { ["x"] = 1 }; D N() => new() { "x" }; }
            """),
        new("collection initialiser with an extension", "static class X { public static void Add(this List<int> l, string s) => Ambient.Read(); } class C { List<int> M() => new() { \"x\" }; List<int> N() => new() { 1 }; }"),
        new("collection expression", """
            class D : IEnumerable<int> { public D() { } public void Add(int x) => Ambient.Read(); public IEnumerator<int> GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; }
            class E : IEnumerable<int> { public E() => Ambient.Read(); public void Add(int x) { } public IEnumerator<int> GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; }
            class C { D M() => [1]; E MConstructor() => []; D MSpread(int[] x) => [.. x]; D N() => []; List<int> NList() => [1]; }
            """),
        new("collection builder", """
            [CollectionBuilder(typeof(B), "Create")] class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; } static class B { public static D Create(ReadOnlySpan<int> s) { Ambient.Read(); return new(); } }
            class C { D M() => [1]; int[] N() => [1]; }
            """),
        new("params collection", """
            [CollectionBuilder(typeof(B), "Create")] class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; } static class B { public static D Create(ReadOnlySpan<int> s) { Ambient.Read(); return new(); } }
            class C { void M() => Take(1, 2); static void Take(params D d) { } static void Take2(params int[] d) { } void N() => Take2(1, 2); }
            """),
        new("builder of a task type: Start", """
            [AsyncMethodBuilder(typeof(B))] class T { }
            class B { public static B Create() {  return new(); } public T Task { get {  return new(); } } public void SetResult() {  } public void SetException(Exception e) {  } public void SetStateMachine(IAsyncStateMachine s) {  } public void Start<S>(ref S s) where S : IAsyncStateMachine { Ambient.Read(); } public void AwaitOnCompleted<A, S>(ref A a, ref S s) where A : INotifyCompletion where S : IAsyncStateMachine {  } public void AwaitUnsafeOnCompleted<A, S>(ref A a, ref S s) where A : ICriticalNotifyCompletion where S : IAsyncStateMachine {  } }
            class C { async T M() => await Task.Yield(); async Task N() => await Task.Yield(); }
            """),
        new("builder of a task type: SetResult", """
            [AsyncMethodBuilder(typeof(B))] class T { }
            class B { public static B Create() {  return new(); } public T Task { get {  return new(); } } public void SetResult() { Ambient.Read(); } public void SetException(Exception e) {  } public void SetStateMachine(IAsyncStateMachine s) {  } public void Start<S>(ref S s) where S : IAsyncStateMachine {  } public void AwaitOnCompleted<A, S>(ref A a, ref S s) where A : INotifyCompletion where S : IAsyncStateMachine {  } public void AwaitUnsafeOnCompleted<A, S>(ref A a, ref S s) where A : ICriticalNotifyCompletion where S : IAsyncStateMachine {  } }
            class C { async T M() => await Task.Yield(); async Task N() => await Task.Yield(); }
            """),
        new("builder of a task type: SetException", """
            [AsyncMethodBuilder(typeof(B))] class T { }
            class B { public static B Create() {  return new(); } public T Task { get {  return new(); } } public void SetResult() {  } public void SetException(Exception e) { Ambient.Read(); } public void SetStateMachine(IAsyncStateMachine s) {  } public void Start<S>(ref S s) where S : IAsyncStateMachine {  } public void AwaitOnCompleted<A, S>(ref A a, ref S s) where A : INotifyCompletion where S : IAsyncStateMachine {  } public void AwaitUnsafeOnCompleted<A, S>(ref A a, ref S s) where A : ICriticalNotifyCompletion where S : IAsyncStateMachine {  } }
            class C { async T M() => await Task.Yield(); async Task N() => await Task.Yield(); }
            """),
        new("builder of a task type: Task", """
            [AsyncMethodBuilder(typeof(B))] class T { }
            class B { public static B Create() {  return new(); } public T Task { get { Ambient.Read(); return new(); } } public void SetResult() {  } public void SetException(Exception e) {  } public void SetStateMachine(IAsyncStateMachine s) {  } public void Start<S>(ref S s) where S : IAsyncStateMachine {  } public void AwaitOnCompleted<A, S>(ref A a, ref S s) where A : INotifyCompletion where S : IAsyncStateMachine {  } public void AwaitUnsafeOnCompleted<A, S>(ref A a, ref S s) where A : ICriticalNotifyCompletion where S : IAsyncStateMachine {  } }
            class C { async T M() => await Task.Yield(); async Task N() => await Task.Yield(); }
            """),
        new("builder of a task type: AwaitUnsafeOnCompleted", """
            [AsyncMethodBuilder(typeof(B))] class T { }
            class B { public static B Create() {  return new(); } public T Task { get {  return new(); } } public void SetResult() {  } public void SetException(Exception e) {  } public void SetStateMachine(IAsyncStateMachine s) {  } public void Start<S>(ref S s) where S : IAsyncStateMachine {  } public void AwaitOnCompleted<A, S>(ref A a, ref S s) where A : INotifyCompletion where S : IAsyncStateMachine {  } public void AwaitUnsafeOnCompleted<A, S>(ref A a, ref S s) where A : ICriticalNotifyCompletion where S : IAsyncStateMachine { Ambient.Read(); } }
            class C { async T M() => await Task.Yield(); async Task N() => await Task.Yield(); }
            """),
        new("builder of a method", """
            class T { }
            class B { public static B Create() {  return new(); } public T Task { get {  return new(); } } public void SetResult() { Ambient.Read(); } public void SetException(Exception e) {  } public void SetStateMachine(IAsyncStateMachine s) {  } public void Start<S>(ref S s) where S : IAsyncStateMachine {  } public void AwaitOnCompleted<A, S>(ref A a, ref S s) where A : INotifyCompletion where S : IAsyncStateMachine {  } public void AwaitUnsafeOnCompleted<A, S>(ref A a, ref S s) where A : ICriticalNotifyCompletion where S : IAsyncStateMachine {  } }
            class Q { public static Q Create() {  return new(); } public T Task { get {  return new(); } } public void SetResult() {  } public void SetException(Exception e) {  } public void SetStateMachine(IAsyncStateMachine s) {  } public void Start<S>(ref S s) where S : IAsyncStateMachine {  } public void AwaitOnCompleted<A, S>(ref A a, ref S s) where A : INotifyCompletion where S : IAsyncStateMachine {  } public void AwaitUnsafeOnCompleted<A, S>(ref A a, ref S s) where A : ICriticalNotifyCompletion where S : IAsyncStateMachine {  } }
            class C { [AsyncMethodBuilder(typeof(B))] async T M() => await Task.Yield(); [AsyncMethodBuilder(typeof(Q))] async T N() => await Task.Yield(); Func<T> MLambda() => [AsyncMethodBuilder(typeof(B))] async T () => await Task.Yield(); void MLocal() { L(); [AsyncMethodBuilder(typeof(B))] async T L() => await Task.Yield(); } }
            """),
        new("builder of a method that awaits nothing", """
            #pragma warning disable CS1998
            [AsyncMethodBuilder(typeof(B))] class T { }
            class B { public static B Create() {  return new(); } public T Task { get {  return new(); } } public void SetResult() {  } public void SetException(Exception e) {  } public void SetStateMachine(IAsyncStateMachine s) {  } public void Start<S>(ref S s) where S : IAsyncStateMachine { Ambient.Read(); } public void AwaitOnCompleted<A, S>(ref A a, ref S s) where A : INotifyCompletion where S : IAsyncStateMachine {  } public void AwaitUnsafeOnCompleted<A, S>(ref A a, ref S s) where A : ICriticalNotifyCompletion where S : IAsyncStateMachine {  } }
            class C { async T M() { } Func<T> MLambda() => async () => { }; async Task N() { } }
            """),
        new("params collection of a class", """
            class D : IEnumerable<int> { public D() => Ambient.Read(); public void Add(int x) { } public IEnumerator<int> GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; }
            class E : IEnumerable<int> { public void Add(int x) => Ambient.Read(); public void Add(string x) { } public IEnumerator<int> GetEnumerator() => null!; IEnumerator IEnumerable.GetEnumerator() => null!; }
            class Holder { public Holder(params D d) { } } class Primary(params E e) { public E X => e; }
            class C {
                void M() => Take(1, 2); void MNone() => Take(); void MAdds() => Adds(1); Holder MMade() => new(1); Primary MPrimary() => new Primary(1); int MIndexed() => this[1];
                void N(D d, E e) { Take(d); Adds(e); } void NNone() => Adds(); void NSpan() => Span(1, 2); void NList() => List(1, 2); void NInterface() => All(1);
                static void Take(params D d) { } static void Adds(params E e) { } int this[params E e] => 0; static void Span(params ReadOnlySpan<int> s) { } static void List(params List<int> s) { } static void All(params IEnumerable<int> s) { }
            }
            """),
        new("spread", """
            class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { Ambient.Read(); return null!; } IEnumerator IEnumerable.GetEnumerator() => null!; }
            class F { public G GetEnumerator() => new(); } class G { public int Current => 1; public bool MoveNext() => Ambient.Read() > 0; }
            class C { int[] M(D d) => [.. d]; int[] MPattern(F f) => [.. f]; int[] N(int[] d) => [.. d]; }
            """),
        new("list pattern", """
            class D { public int Length => Ambient.Read(); public int this[int i] => 0; } class E { public int Count => 0; public int this[int i] => Ambient.Read(); } class S { public int Count => 0; public int this[int i] => 0; public S Slice(int a, int b) { Ambient.Read(); return this; } }
            class C { bool M(D d) => d is [1]; bool MItem(E e) => e is [1, ..]; bool MSlice(S s) => s is [1, .. var rest]; bool N(E e) => e is [_, ..]; bool NSlice(S s) => s is [1, ..]; }
            """),
        new("string concatenation", """
            class D { public override string ToString() => "" + Ambient.Read(); } class F { public override string ToString() => ""; } class G { } struct S { public override string ToString() => "" + Ambient.Read(); }
            class C { string M(D d) => "a" + d; string MStruct(S s) => s + "a"; string MNullable(S? s) => "a" + s; string MCompound(string a, D d) => a += d; string MObject(object o) => "a" + o; string N(F f) => "a" + f; string NNone(G g) => "a" + g; string NInt(int i) => "a" + i; }
            """),
        new("interpolation", """
            class D { public override string ToString() => "" + Ambient.Read(); } class F { public override string ToString() => ""; } class E : IFormattable { public string ToString(string? f, IFormatProvider? p) => "" + Ambient.Read(); }
            class C { string M(D d) => $"a{d}"; string MFormattable(E e) => $"{e}"; string N(F f) => $"a{f}"; string NInt(int i) => $"a{i}"; string NConstant() => $"a{"b"}"; }
            """),
        new("interpolated string handler", """
            [InterpolatedStringHandler] struct H { public H(int a, int b) => Ambient.Read(); public void AppendLiteral(string s) { } public void AppendFormatted<T>(T t) { } }
            [InterpolatedStringHandler] struct K { public K(int a, int b) { } public void AppendLiteral(string s) { } public void AppendFormatted<T>(T t) => Ambient.Read(); }
            class C { static void Log(H h) { } static void Log2(K k) { } void M() => Log($"a"); void MFormatted(int x) => Log2($"a{x}"); void N() => Log2($"a"); }
            """),
        new("fixed", """
            class D { public ref int GetPinnableReference() { Ambient.Read(); return ref f; } int f; } class F { public ref int GetPinnableReference() => ref f; int f; }
            unsafe class C { void M(D d) { fixed (int* p = d) { } } void N(F d) { fixed (int* p = d) { } } void NArray(int[] d) { fixed (int* p = d) { } } }
            """),
        new("query", """
            class D { public D Select(Func<int, int> f) { Ambient.Read(); return this; } public D Where(Func<int, bool> f) => this; }
            class C { D M(D d) => from x in d select x + 1; IEnumerable<int> MLambda(int[] d) => from x in d where x > Ambient.Read() select x; D N(D d) => from x in d where x > 1 select x; }
            """),
        new("record: Equals", """
            class D { public override bool Equals(object? o) => Ambient.Read() > 0; public override int GetHashCode() => 0; } record R(D X); record F(int X); record struct S(D X);
            class C { bool M(R a, R b) => a.Equals(b); bool MOperator(R a, R b) => a == b; bool MNot(R a, R b) => a != b; bool MStruct(S a, S b) => a == b; bool N(F a, F b) => a.Equals(b); int NHash(R a) => a.GetHashCode(); }
            """),
        new("record: GetHashCode", """
            class D { public override bool Equals(object? o) => true; public override int GetHashCode() => Ambient.Read(); } record R(D X); record F(int X);
            class C { int M(R a) => a.GetHashCode(); bool N(R a) => a.Equals(a); int NOther(F a) => a.GetHashCode(); }
            """),
        new("record: ToString", """
            record R { public int P => Ambient.Read(); } record F { public int P => 0; internal int Q => Ambient.Read(); } record E : R { }
            class C { string M(R r) => r.ToString(); string MDerived(E r) => r.ToString(); string MText(R r) => $"{r}"; string N(F f) => f.ToString(); }
            """),
        new("record: PrintMembers", "record R { protected virtual bool PrintMembers(System.Text.StringBuilder b) => Ambient.Read() > 0; } record F; class C { string M(R r) => r.ToString(); string N(F r) => r.ToString(); }"),
        new("record: Deconstruct", "record R(int X, int Y) { public int X { get => Ambient.Read(); init { } } } record F(int X, int Y); class C { void M(R r) { var (a, b) = r; } bool MPattern(R r) => r is (1, 2); void N(F r) { var (a, b) = r; } }"),
        new("record: constructor", "record R(int X) { int y = Ambient.Read(); } record E(int X) : R(X); record F(int X); class C { R M() => new(1); E MDerived() => new(1); F N() => new(1); R NCopy(R r) => r with { }; }"),
        new("lock", "class C { object o = new(); int M() { lock (o) { return Ambient.Read(); } } int N() { lock (o) { return 0; } } }"),
    ];
}
