-- PEP 554, "Sharing a memoryview (imagine map-reduce)": each interpreter counts the words of its part of a text; the parts are shared, not copied,
-- because a string never changes.
local interpreters = require "interpreters"

local verse = "the quick brown fox jumps over the lazy dog while the other dog sleeps\n"
local parts = {}
for i = 1, 4 do parts[i] = verse:rep(i * 10) end

local function count(text)
  local words = {}
  for word in text:gmatch("%a+") do words[word] = (words[word] or 0) + 1 end
  return require("interpreters").copy(words)
end

local calls = {}
for i, part in ipairs(parts) do calls[i] = interpreters.create():call_in_thread(count, part) end

local totals = {}
for _, call in ipairs(calls) do
  for word, n in pairs(call:result()) do totals[word] = (totals[word] or 0) + n end
end

local words = {}
for word in pairs(totals) do words[#words + 1] = word end
table.sort(words, function(a, b) return totals[a] > totals[b] or totals[a] == totals[b] and a < b end)
for i = 1, 4 do print(words[i], totals[words[i]]) end
