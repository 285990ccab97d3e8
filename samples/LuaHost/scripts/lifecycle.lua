-- PEP 734: list_all, get_current, get_main, create, close.
local interpreters = require "interpreters"

local function ids()
  local t = {}
  for i, interp in ipairs(interpreters.list_all()) do t[i] = interp.id end
  return table.concat(t, " ")
end

local main = interpreters.get_main()
print(main == interpreters.get_current(), main.id, main:is_running(), ids())
local a, b, c = interpreters.create(), interpreters.create(), interpreters.create()
print(ids(), a == interpreters.list_all()[2], a == b, a:is_running())
print(b:close(), ids())
print("new", interpreters.create().id)

-- Created by a sibling, closed by another one.
a:exec("made = require('interpreters').create()")
local made = a:get_main_attr("made")
c:prepare_main { made = made }
c:exec("print('closed by', require('interpreters').get_current().id, made:close())")
print(ids())

for _, what in ipairs {
  function() main:close() end,
  function() b:close() end,
  function() b:is_running() end,
  function() a:prepare_main { me = a } a:exec("me:close()") end,
} do
  local ok, e = pcall(what)
  print(ok, e.name, e.excinfo and e.excinfo.type)
end
a:close()
c:close()
print(ids())
