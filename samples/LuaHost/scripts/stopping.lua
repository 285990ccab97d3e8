-- What no script can prevent: an interpreter that is closed with stop_running ends in the midst of a run, whatever it catches.
local interpreters = require "interpreters"

local started = interpreters.create_queue()
local function stubborn(started)
  local co = coroutine.wrap(function()
    started:put(true)
    while true do pcall(function() while true do end end) end
  end)
  while true do pcall(co) end
end

local interp = interpreters.create()
local call = interp:call_in_thread(stubborn, started)
started:get()
local ok, e = pcall(interp.close, interp)
print(ok, e.name)
print("closed", interp:close { stop_running = true })
ok, e = pcall(call.result, call)
print(ok, e.name)

-- So does one that waits for what never comes.
interp = interpreters.create()
call = interp:call_in_thread(function(started)
  started:put(true)
  require("interpreters").create_queue():get()
end, started)
started:get()
print("closed", interp:close { stop_running = true })
ok, e = pcall(call.result, call)
print(ok, e.name)
print("left", #interpreters.list_all())
