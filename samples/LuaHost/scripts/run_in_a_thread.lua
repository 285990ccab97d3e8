-- PEP 554, "Run in a thread", and PEP 734, call_in_thread: unlike there, result and error are kept.
local interpreters = require "interpreters"

local interp = interpreters.create()
local thread = interp:exec_in_thread('for i = 1, 3 do print("spam", i) end')
print("joined", thread:join(), "alive", thread:is_alive())

local sum = interp:call_in_thread(function(n)
  local s = 0
  for i = 1, n do s = s + i end
  return s
end, 100)
print("result", sum:result())

local failing = interp:call_in_thread(function() error("in the thread") end)
print(pcall(failing.result, failing))

-- While a thread runs in it, an interpreter does nothing else.
local go = interpreters.create_queue()
interp:prepare_main { go = go }
local waiting = interp:exec_in_thread("print('got', go:get())")
print("running", interp:is_running())
local ok, e = pcall(interp.exec, interp, "print('never')")
print(ok, e.name)
print("joined in time", waiting:join(0.01))
go:put("the signal")
print("joined", waiting:join(), "running", interp:is_running())
interp:close()
