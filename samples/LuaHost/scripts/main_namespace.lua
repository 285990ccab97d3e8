-- PEP 554, "Interact with the __main__ namespace" and "Synchronize": reading what a run has left, and nesting runs.
local interpreters = require "interpreters"

local interp = interpreters.create()
interp:exec("counter = 0  function count(by) counter = counter + by  return counter end")
print(interp:call("count", 2), interp:call("count", 3), interp:get_main_attr("counter"))

-- A run inside a run inside a run; each goes on where it was.
interp:exec([[
  local interpreters = require "interpreters"
  local inner = interpreters.create()
  inner:exec("print('current is', require('interpreters').get_current().id)")
  print("current is", interpreters.get_current().id, "main is", interpreters.get_main().id)
  inner:close()
]])
print("current is", interpreters.get_current().id)

-- No interpreter runs twice at once, least of all inside itself.
interp:prepare_main { me = interp }
interp:exec("local ok, e = pcall(me.exec, me, 'print(1)')  print(ok, e.name)")
interp:close()
