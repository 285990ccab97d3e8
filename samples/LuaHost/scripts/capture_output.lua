-- PEP 554, "Capturing an interpreter's stdout": print is a global of each interpreter, so one of them can have another.
local interpreters = require "interpreters"

local interp = interpreters.create()
local written = interpreters.create_queue()
interp:prepare_main { written = written }
interp:exec([[
  function print(...)
    local t = {}
    for i = 1, select("#", ...) do t[i] = tostring((select(i, ...))) end
    written:put(table.concat(t, " "))
  end
]])
interp:exec("print('spam', 1)  print(nil)")
print("nothing so far")
while not written:empty() do print("captured:", written:get()) end
interp:close()
