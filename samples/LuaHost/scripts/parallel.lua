-- Several interpreters compute at once, each under a lock of its own: on two processors this takes about half of the time.
-- Times differ from run to run, so they go to where messages go; the results do not.
local interpreters = require "interpreters"

local function count_primes(below)
  local count, composite = 0, {}
  for n = 2, below do
    if not composite[n] then
      count = count + 1
      for multiple = n * n, below, n do composite[multiple] = true end
    end
  end
  return count
end

local function time(f)
  local before = interpreters.clock()
  f()
  return interpreters.clock() - before
end

local INTERPRETERS, BELOW = 4, 300000
local pool, counts = {}, {}
for i = 1, INTERPRETERS do pool[i] = interpreters.create() end

local one_by_one = time(function()
  for i, interp in ipairs(pool) do counts[i] = interp:call(count_primes, BELOW) end
end)
local at_once = time(function()
  local calls = {}
  for i, interp in ipairs(pool) do calls[i] = interp:call_in_thread(count_primes, BELOW) end
  for i, call in ipairs(calls) do assert(call:result() == counts[i]) end
end)
print(INTERPRETERS .. " interpreters found " .. table.concat(counts, ", ") .. " primes")
io.stderr:write(("one by one %.2f s, at once %.2f s: %.2f times as fast\n"):format(one_by_one, at_once, one_by_one / at_once))
