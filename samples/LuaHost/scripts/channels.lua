-- PEP 554, channels: "Synchronize using a channel", "Sharing", and what closing and releasing does.
local interpreters = require "interpreters"

local recv, send = interpreters.create_channel()
local interp = interpreters.create()
interp:prepare_main { recv = recv }
local thread = interp:exec_in_thread([[
  print("received", recv:recv())
  print("received", table.concat(recv:recv(), " and "))
]])
send:send("spam")           -- Returns when it has been received.
send:send(interpreters.copy { 1, 2 })
print("both were taken", thread:join())
print("associated", #recv:list_interpreters(), #send:list_interpreters())

-- Without waiting.
print(send:send_nowait("left there"), recv.count, recv:recv_nowait(), recv:recv_nowait("nothing"))
print(select(2, pcall(recv.recv_nowait, recv)).name, select(2, pcall(recv.recv, recv, 0.01)).name, select(2, pcall(send.send, send, 1, 0.01)).name)

-- After the sending end is closed, what was sent can be received; then it is over.
send:send_nowait("last words")
send:close()
print(recv:recv(), select(2, pcall(recv.recv, recv)).name, select(2, pcall(send.send, send, 1)).name)

recv, send = interpreters.create_channel()
send:send_nowait("unread")
print(select(2, pcall(recv.close, recv)).name, recv.is_closed)
recv:close { force = true }
print(recv.is_closed, send.is_closed)
interp:close()
