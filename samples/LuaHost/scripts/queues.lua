-- PEP 734, queues: between any interpreters and threads, first in, first out.
local interpreters = require "interpreters"

local queue = interpreters.create_queue(2)
print(queue.maxsize, queue:qsize(), queue:empty(), queue:full())
queue:put(1)
queue:put("two")
print(queue:qsize(), queue:full(), select(2, pcall(queue.put_nowait, queue, 3)).name, select(2, pcall(queue.put, queue, 3, 0.01)).name)
print(queue:get(), queue:get(), select(2, pcall(queue.get_nowait, queue)).name, select(2, pcall(queue.get, queue, 0.01)).name)
print(pcall(queue.get, queue, -1))
print(pcall(queue.put, queue, {}))

-- From another interpreter, while this one waits and others go on.
local interp = interpreters.create()
local replies = interpreters.create_queue()
interp:prepare_main { queue = queue, replies = replies }
local echo = interp:exec_in_thread("for item in function() return queue:get() end do replies:put('echo ' .. tostring(item)) end")
for _, word in ipairs { "a", "b", "c" } do queue:put(word) end
print(replies:get(), replies:get(), replies:get())
queue:put(nil)
print(echo:join())

-- What becomes of items whose sender is gone: each item has its rule, or the queue's.
local function left_behind(default, ...)
  local q = interpreters.create_queue(0, default)
  local sender = interpreters.create()
  sender:call(function(q, ...)
    for i, rule in ipairs { ... } do q:put(i, nil, rule) end
    q:put("by default")
  end, q, ...)
  q:put("mine")
  sender:close()
  return q
end

local q = left_behind(nil, "remove", "error", "unbound")
print(q:qsize(), select(2, pcall(q.get, q)).name, q:get(), q:get() == interpreters.UNBOUND, q:get())
q = left_behind(interpreters.UNBOUND_REMOVE)
print(q:qsize(), q:get())

-- A queue that is completed is drained, then over.
q:put("last")
q:complete()
print(pcall(q.put, q, 1) and "?" or "refused", q:get(), pcall(q.get, q) and "?" or "over")
q:destroy()
print(select(2, pcall(q.get, q)).name)
interp:close()
