-- After concurrent.futures.InterpreterPoolExecutor: interpreters for hire, each with a thread.
local interpreters = require "interpreters"

local pool = interpreters.pool(2, function(base)
  offset = base
  function helper(n) return n * n + offset end
end, 100)
print(pool.max_workers, pool.workers)

local calls = {}
for n = 1, 5 do calls[n] = pool:submit(function(n) return helper(n) end, n) end
for n, call in ipairs(calls) do print(n, call:result()) end
print(table.concat(pool:map(function(n) return n * 10 end, { 1, 2, 3 }), " "), pool.workers <= 2)

-- An error is the caller's to handle, and the worker goes on.
local ok, e = pcall(function() return pool:submit(function() error("a problem") end):result() end)
print(ok, e)
print(pool:submit(function() return "still here" end):result())

-- What cannot cross is refused at once.
local captured = 1
print(pcall(pool.submit, pool, function() return captured end))
print(pcall(pool.submit, pool, function() end, {}))
print(pool:shutdown(), select(2, pcall(pool.submit, pool, function() end)).name)

-- An initializer that fails breaks the pool.
local broken = interpreters.pool(1, function() error("cannot begin") end)
print(select(2, pcall(function() return broken:submit(function() end):result() end)).name, broken.is_broken)
broken:shutdown()

-- So that others wait for what only they can bring: stopped all the same.
local stuck = interpreters.pool(1)
local call = stuck:submit(function() require("interpreters").create_queue():get() end)
print(call:join(0.05), stuck:shutdown { stop_running = true }, (pcall(call.result, call)))
