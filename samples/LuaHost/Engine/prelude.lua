-- Runs once in every interpreter, before any script. Builds the module "interpreters" of functions that are written in C#, and takes from
-- scripts what would reach the whole process.
local native, CHECK_EVERY = ...
local error, getmetatable, ipairs, pairs, pcall, rawequal, rawget, select, setmetatable, tostring, type, xpcall =
      error, getmetatable, ipairs, pairs, pcall, rawequal, rawget, select, setmetatable, tostring, type, xpcall
local sethook, getinfo, traceback, getupvalue = debug.sethook, debug.getinfo, debug.traceback, debug.getupvalue
local create, resume, dump, concat, unpack = coroutine.create, coroutine.resume, string.dump, table.concat, table.unpack
local G = _G

-- Errors ---------------------------------------------------------------------------------------------------------------------------------

-- What a script cannot catch: it is raised again at every instruction, until the run has ended.
local STOP = setmetatable({}, { __tostring = function() return "the run was stopped" end, __metatable = false })
local Error = { __name = "Error", __tostring = function(e) return e.name .. ": " .. e.message end }
local hook

local function stop()
  sethook(hook, "", 1)
  error(STOP, 0)
end

-- A function in C# must not raise, because its frames would be jumped over. It returns false and what went wrong, and the raising is done here.
local function check(ok, ...)
  if ok then return ... end
  local e = ...
  if e == nil then stop() end
  error(setmetatable(e, Error), 0)
end

local N = {}
for name, f in pairs(native) do
  N[name] = type(f) == "function" and function(...) return check(f(...)) end or f
end

local check_breaker = native.check_breaker
function hook()
  local ok, e = check_breaker()
  if ok then return end
  if e == nil then stop() end
  e.raised_by_hook = true
  error(setmetatable(e, Error), 0)
end

local function is_of_hook(e) return rawequal(e, STOP) or getmetatable(e) == Error and e.raised_by_hook end

local function place(level)
  while true do
    level = level + 1
    local info = getinfo(level, "Sl")
    if not info then return end
    if info.currentline > 0 and info.source ~= "=prelude" then return info.source:gsub("^[@=]", ""), info.currentline end
  end
end

local function explain(e)
  if rawequal(e, STOP) then return e end
  local is_ours = getmetatable(e) == Error
  local source, line = place(1)
  local text = tostring(e)
  return {
    name = is_ours and e.name or "LuaError",
    message = is_ours and e.message or text,
    traceback = traceback(text, 2):gsub("\n\t%[C%]: in %w+ 'xpcall'\n\tprelude:.*", ""),
    source = source,
    line = line,
  }
end

-- All that runs in the interpreter runs in this.
local function run(f, ...)
  sethook(hook, "", CHECK_EVERY)
  return xpcall(f, explain, ...)
end

-- What the hook raises finds handlers before the hook has ended, when no other hook can stop them.
function G.xpcall(f, handler, ...)
  return xpcall(f, function(e)
    if is_of_hook(e) then return e end
    return handler(e)
  end, ...)
end

-- A hook belongs to one coroutine, and so does what it raises. A coroutine that its hook has ended has no hooks any more, so nothing of it runs again.
local ended_by_hook = setmetatable({}, { __mode = "k" })

function coroutine.create(f)
  local co = create(f)
  sethook(co, hook, "", CHECK_EVERY)
  return co
end

local function resumed(co, ok, e, ...)
  if not ok and is_of_hook(e) then
    ended_by_hook[co] = true
    if rawequal(e, STOP) then stop() end
  end
  return ok, e, ...
end

function coroutine.resume(co, ...) return resumed(co, resume(co, ...)) end

local close = coroutine.close
function coroutine.close(co)
  if ended_by_hook[co] then return true end
  return close(co)
end

local function unwrapped(co, ok, ...)
  if ok then return ... end
  coroutine.close(co)
  error((...), 0)
end

function coroutine.wrap(f)
  local co = coroutine.create(f)
  return function(...) return unwrapped(co, resumed(co, resume(co, ...))) end
end

-- What is the process's, not the interpreter's -------------------------------------------------------------------------------------------

local function refuse(name)
  return function() error(name .. " would reach beyond the interpreter", 2) end
end

local function write(...)
  local parts = { ... }
  for i = 1, select("#", ...) do parts[i] = tostring(parts[i]) end
  N.print(concat(parts))
end

function print(...)
  local parts = { ... }
  for i = 1, select("#", ...) do parts[i] = tostring(parts[i]) end
  N.print(concat(parts, "\t") .. "\n")
end

io.write = function(...) write(...) end

-- Other processes are for those whose interpreter may start some.
local popen, execute = io.popen, os.execute
function io.popen(...)
  N.demand_process((...))
  return popen(...)
end

function os.execute(...)
  N.demand_process((...))
  return execute(...)
end

os.exit = function(code) error(setmetatable({ name = "SystemExit", message = tostring(code == nil and true or code) }, Error), 0) end
os.setlocale = refuse("os.setlocale")
package.loadlib = refuse("package.loadlib")
package.cpath = ""
package.searchers[3], package.searchers[4] = nil, nil
debug = { traceback = traceback }
package.loaded.debug = debug

-- Nothing can stop a finalizer that does not end: Lua runs it without hooks, also when the interpreter closes.
local setmetatable = setmetatable
function G.setmetatable(t, mt)
  if type(mt) == "table" and rawget(mt, "__gc") ~= nil then error("__gc is not available: use __close", 2) end
  return setmetatable(t, mt)
end

-- Bytecode is trusted, so it only comes from the module itself.
local load = load
function G.load(chunk, name, mode, ...)
  if mode ~= nil and mode ~= "t" then error("bytecode is not loaded", 2) end
  if select("#", ...) == 0 then return load(chunk, name, "t") end
  return load(chunk, name, "t", ...)
end
loadfile, dofile = refuse("loadfile"), refuse("dofile")

-- The module -----------------------------------------------------------------------------------------------------------------------------

local interpreters = {}
local UNBOUND = setmetatable({}, { __tostring = function() return "UNBOUND" end, __metatable = false })
interpreters.UNBOUND = UNBOUND
interpreters.UNBOUND_KEEP, interpreters.UNBOUND_ERROR, interpreters.UNBOUND_REMOVE = "unbound", "error", "remove"

-- Only code crosses, so only a function that has captured nothing does. Its globals are those of the interpreter that it gets to.
local function code(f)
  if getinfo(f, "S").what == "C" then return nil, "is written in C" end
  for i = 1, 255 do
    local name, value = getupvalue(f, i)
    if not name then break end
    if name ~= "_ENV" or value ~= G then return nil, "captures '" .. name .. "'" end
  end
  return dump(f)
end

-- The metatable of a kind of handle, with methods, and with properties that are read like fields.
local function class(kind, properties, methods)
  local mt = N[kind .. "_metatable"]
  mt.__metatable = false
  mt.__gc = native.release
  mt.__eq = N.same
  mt.__tostring = N.text
  function mt.__index(self, key)
    local property = properties[key]
    if property then return property(self) end
    return methods[key]
  end
end

local function is_source(what) return type(what) == "string" end

class("Interpreter", { id = N.id }, {
  exec = function(self, what, name)
    if is_source(what) then N.exec(self, what, name or "exec") else N.call(self, what) end
  end,
  exec_in_thread = function(self, source, name) return N.start_exec(self, source, name or "exec") end,
  call = N.call,
  call_in_thread = N.start_call,
  is_running = N.is_running,
  prepare_main = N.prepare_main,
  get_main_attr = function(self, name, default)
    local found, value = N.get_main_attr(self, name)
    if found then return value end
    return default
  end,
  close = function(self, options) return N.close(self, options ~= nil and options.stop_running == true) end,
})

class("Thread", {}, { join = N.thread_join, result = N.thread_result, is_alive = N.thread_is_alive })
class("Object", {}, {})
class("Copy", {}, {})

local function info(read, key) return function(self) return read(self, key) end end

local function raised(name, message) error(setmetatable({ name = name, message = message }, Error), 0) end

class("Queue", { id = info(N.queue_info, "id"), maxsize = info(N.queue_info, "maxsize") }, {
  put = N.queue_put,
  put_nowait = function(self, item, unbound)
    if not N.queue_put_nowait(self, item, unbound) then raised("QueueFull", tostring(self) .. " is full") end
  end,
  get = N.queue_get,
  get_nowait = function(self)
    local found, item = N.queue_get_nowait(self)
    if found then return item end
    raised("QueueEmpty", tostring(self) .. " is empty")
  end,
  qsize = info(N.queue_info, "qsize"),
  empty = info(N.queue_info, "empty"),
  full = info(N.queue_info, "full"),
  complete = N.queue_complete,
  destroy = N.queue_destroy,
})

local function channel_end(kind, methods)
  methods.close = function(self, options) N.channel_close(self, options ~= nil and options.force == true) end
  methods.release = N.channel_release
  methods.list_interpreters = info(N.channel_info, "interpreters")
  class(kind, { id = info(N.channel_info, "id"), is_closed = info(N.channel_info, "is_closed"), count = info(N.channel_info, "count") }, methods)
end

channel_end("SendChannel", { send = N.channel_send, send_nowait = N.channel_send_nowait })
channel_end("RecvChannel", {
  recv = N.channel_recv,
  recv_nowait = function(self, ...)
    local found, item = N.channel_recv_nowait(self)
    if found then return item end
    if select("#", ...) > 0 then return (...) end
    raised("ChannelEmptyError", tostring(self) .. " has nothing to receive")
  end,
})

class("Pool", {
  max_workers = info(N.pool_info, "max_workers"),
  workers = info(N.pool_info, "workers"),
  pending = info(N.pool_info, "pending"),
  is_broken = info(N.pool_info, "is_broken"),
}, {
  submit = N.pool_submit,
  map = function(self, f, items)
    local calls, results = {}, {}
    for i, item in ipairs(items) do calls[i] = N.pool_submit(self, f, item) end
    for i, call in ipairs(calls) do results[i] = N.thread_result(call) end
    return results
  end,
  shutdown = function(self, options)
    options = options or {}
    return N.pool_shutdown(self, options.cancel_pending == true, options.stop_running == true)
  end,
})

class("Buffer", {}, { get = N.buffer_get, set = N.buffer_set, as_read_only = N.buffer_as_read_only })
N.Buffer_metatable.__len = N.buffer_length

-- A pool of at most so many workers; each begins with initializer(...).
function interpreters.pool(max_workers, initializer, ...) return N.create_pool(max_workers, initializer, ...) end

interpreters.create = N.create
interpreters.create_buffer = N.create_buffer
interpreters.list_all = N.list_all
interpreters.get_current = N.get_current
interpreters.get_main = N.get_main
interpreters.create_queue = N.create_queue
interpreters.create_channel = N.create_channel
interpreters.is_shareable = N.is_shareable
interpreters.copy = N.copy
interpreters.clock = N.clock

package.loaded.interpreters = interpreters
return run, code, UNBOUND
