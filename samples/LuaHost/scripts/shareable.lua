-- PEP 734, is_shareable: what is called shareable crosses, in all of its depth.
local interpreters = require "interpreters"

local captured = 1
local cases = {
  { "nil", nil }, { "boolean", true }, { "integer", 1 << 62 }, { "float", 1.5 }, { "string", "text" }, { "bytes", "\xfe" },
  { "function", function() return 1 end }, { "closure", function() return captured end }, { "C function", print },
  { "table", {} }, { "copied table", interpreters.copy { { {} } } }, { "coroutine", coroutine.create(print) },
  { "interpreter", interpreters.get_main() }, { "queue", interpreters.create_queue() },
}
local interp = interpreters.create()
for _, case in ipairs(cases) do
  local name, value = case[1], case[2]
  local says = interpreters.is_shareable(value)
  local crosses = pcall(interp.call, interp, function() end, value)
  print(name, says, says == crosses and "and so it is" or "A LIE")
end

local recv, send = interpreters.create_channel()
print("channel ends", interpreters.is_shareable(recv), interpreters.is_shareable(send))
print(pcall(interpreters.copy, { deep = { down = { coroutine.create(print) } } }))
print(pcall(interpreters.copy, setmetatable({}, { __index = {} })))
interp:close()
