-- PEP 554, "Handling an exception" and "Re-raising an exception": what was thrown stays where it was, the caller is told of it.
local interpreters = require "interpreters"

local interp = interpreters.create()
local ok, e = pcall(interp.exec, interp, "error('a problem')", "job.lua")
print(ok, e)
print(e.name, e.excinfo.type, e.excinfo.msg, e.excinfo.position)

-- An error that was caught there is none here.
interp:exec("print('caught there:', pcall(error, 'spam', 0))")

-- The stack of the callee comes along as text.
ok, e = pcall(interp.exec, interp, "local function inner() return nil + 1 end\nlocal function outer() inner() end\nouter()", "deep.lua")
print(e.excinfo.errdisplay)

-- A syntax error has a position, too.
ok, e = pcall(interp.exec, interp, "x = 1\nx = = 2", "bad.lua")
print(e.excinfo.type, e.excinfo.position)

-- Errors pass through interpreters between.
ok, e = pcall(interp.exec, interp, [[
  local inner = require("interpreters").create()
  local ok, e = pcall(inner.exec, inner, "error('deep down')")
  inner:close()
  print("between:", e)
  error(e, 0)
]], "between.lua")
print(e)

-- An exit ends neither the process nor the interpreter.
ok, e = pcall(interp.exec, interp, "os.exit(3)")
print(ok, e.excinfo.type, e.excinfo.msg)
interp:exec("print('still here')")
interp:close()
ok, e = pcall(interp.exec, interp, "print('gone')")
print(ok, e.name)
