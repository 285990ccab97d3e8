using Consumer;
using ExplicitContext.Runtime;

using var engine = new Engine("mine", 10);
Console.WriteLine($"overloads {Orders.Describe(3)}, {Orders.Describe(engine, 3)}");
Console.WriteLine($"shims {Geometry.Area(3)}, {Geometry.Area(engine, 3, 2)}");
Settings.Limit++;
Console.WriteLine($"moved {Settings.Limit}, {engine.Limit()}");
Console.WriteLine($"state {Engine.Current.Cache().Key(7)}, {engine.Cache().Key(7)}");

using var runtime = RuntimeState.Initialize();
using (runtime.Main.Attach(out var tstate))
    Console.WriteLine($"slots {++tstate.Interp.Counter().Next}, {++tstate.Interp.Counter().Next}, {tstate.Scratch().Where}");
