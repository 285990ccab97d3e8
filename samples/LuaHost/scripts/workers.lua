-- PEP 734, the example of a pool of workers: one queue of tasks, one of results, each worker an interpreter in a thread of its own.
local interpreters = require "interpreters"

local WORKERS, TASKS = 3, 12
local tasks, results = interpreters.create_queue(), interpreters.create_queue()

local function worker(id, tasks, results)
  while true do
    local n = tasks:get()
    if n == nil then break end
    local a, b = 0, 1
    for _ = 1, n do a, b = b, a + b end
    results:put(n .. ":" .. a)
  end
end

local threads = {}
for i = 1, WORKERS do threads[i] = interpreters.create():call_in_thread(worker, i, tasks, results) end
for n = 1, TASKS do tasks:put(n * 5) end
for _ = 1, WORKERS do tasks:put(nil) end
for _, thread in ipairs(threads) do thread:join() end

local collected = {}
for i = 1, TASKS do collected[i] = results:get() end
table.sort(collected, function(a, b) return tonumber(a:match("^%d+")) < tonumber(b:match("^%d+")) end)
print(table.concat(collected, "\n"))
