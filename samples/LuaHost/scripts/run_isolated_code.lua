-- PEP 554, "Run isolated code": what one interpreter binds, no other sees.
local interpreters = require "interpreters"

x = "main's"
local interp = interpreters.create()
print("before")
interp:exec('x = "the other\'s"  print("during", x)')
print("after", x)

-- The namespace is kept between runs.
interp:exec('x = x .. ", kept"')
interp:exec("print(x)")

-- Code may come as a function. It must have captured nothing, and its globals are those of the interpreter that it runs in.
interp:exec(function() print("as a function", x) end)
interp:close()
