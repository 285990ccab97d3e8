-- PEP 734, call: arguments go, one result comes back, each made fit for the other side.
local interpreters = require "interpreters"

local interp = interpreters.create()
print(interp:call(function(a, b) return a * b end, 6, 7))
print(interp:call(function(...) return select("#", ...) end, nil, nil, nil))
print(math.type(interp:call(function(n) return n end, math.maxinteger)), interp:call(function(n) return n end, 0.5))
print(interp:call(function(s) return #s end, "\0\xff\n"), interp:call(function() return "\xff" end) == "\xff")

-- Functions that have captured nothing cross, as arguments and as results.
local double = interp:call(function(f) return f end, function(n) return 2 * n end)
print(double(21))
print(pcall(interp.call, interp, function() return interp end))
print(pcall(interp.call, interp, print))

-- Globals of a function are those of the interpreter it runs in, and stay there.
interp:call(function(v) seen = v end, "here")
print(seen, interp:get_main_attr("seen"))

-- A table can change, so nobody shares it by accident.
local t = { 1, 2, list = { "a", "b" } }
t.self = t
print(pcall(interp.call, interp, function(t) return #t end, t))
local ok, e = pcall(interp.call, interp, function() return {} end)
print(ok, e.name)
print(interp:call(function(t)
  t[1] = 100
  return t[1] .. t.list[2] .. tostring(t.self == t)
end, interpreters.copy(t)), t[1])
local made = interp:call(function() return require("interpreters").copy { "x", y = { z = true } } end)
print(type(made), made[1], made.y.z)
interp:close()
