-- PEP 554, "Sharing a memoryview", and PEP 734: a buffer is shared, not copied. What one interpreter writes, the others see; races are the script's.
local interpreters = require "interpreters"

local SIZE, PARTS = 1000, 4
local buffer = interpreters.create_buffer(SIZE)
for i = 1, #buffer do buffer:set(i, i % 256) end

local function double(buffer, first, last)
  for i = first, last do buffer:set(i, buffer:get(i) * 2 % 256) end
end

local calls = {}
for part = 1, PARTS do
  calls[part] = interpreters.create():call_in_thread(double, buffer, (part - 1) * SIZE // PARTS + 1, part * SIZE // PARTS)
end
for _, call in ipairs(calls) do call:result() end

local right = 0
for i = 1, #buffer do
  if buffer:get(i) == i % 256 * 2 % 256 then right = right + 1 end
end
print(right .. " of " .. #buffer .. " are right")

-- A view that can only be read stays one.
local interp = interpreters.create()
print(interp:call(function(view) return view:get(1) end, buffer:as_read_only()))
print(interp:call(function(view) return (select(2, pcall(view.set, view, 1, 0))).message end, buffer:as_read_only()))
print(select(2, pcall(buffer.get, buffer, SIZE + 1)))
