-- PEP 554, "Pre-populate an interpreter", and PEP 734, prepare_main.
local interpreters = require "interpreters"

local interp = interpreters.create()
interp:exec([[
  function answer(who) return greeting .. ", " .. who .. "!" end
  limit = 10
]])
interp:prepare_main { greeting = "Hello", limit = 3, results = interpreters.create_queue() }
interp:exec([[ for i = 1, limit do results:put(answer("number " .. i)) end ]])

local results = interp:get_main_attr("results")
while not results:empty() do print(results:get()) end

-- All names are bound, or none.
print(pcall(interp.prepare_main, interp, { greeting = "Bye", limit = {} }))
print(pcall(interp.prepare_main, interp, {}))
print(interp:get_main_attr("greeting"), interp:get_main_attr("limit"), interp:get_main_attr("missing", "a default"))
interp:close()
