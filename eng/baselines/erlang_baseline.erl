%% Erlang processes: the cheapest isolated units of execution in wide use.
-module(erlang_baseline).
-export([main/0]).

-define(COUNT, 20000).
-define(ALIVE, 10000).

main() ->
    ok = io:setopts([{encoding, unicode}]),
    create_and_end(),
    memory(),
    ping_pong(),
    halt(0).

create_and_end() ->
    Self = self(),
    Once = fun() ->
        Pid = spawn(fun() -> Self ! {done, self()} end),
        receive {done, Pid} -> ok end
    end,
    report("B1", "spawn a process + hear of its end", Once).

memory() ->
    Before = erlang:memory(processes),
    Alive = [spawn(fun wait/0) || _ <- lists:seq(1, ?ALIVE)],
    row("B2", "memory of an idle process", io_lib:format("~.1f KiB", [(erlang:memory(processes) - Before) / 1024 / ?ALIVE])),
    [Pid ! stop || Pid <- Alive].

ping_pong() ->
    Echo = spawn(fun echo/0),
    report("B4", "message round trip between two processes", fun() ->
        Echo ! {ping, self()},
        receive pong -> ok end
    end),
    Echo ! stop.

wait() ->
    receive stop -> ok end.

echo() ->
    receive
        {ping, From} -> From ! pong, echo();
        stop -> ok
    end.

report(Bar, What, Action) ->
    [Action() || _ <- lists:seq(1, 1000)],
    Times = lists:sort([time(Action) || _ <- lists:seq(1, ?COUNT)]),
    At = fun(Percent) -> lists:nth(?COUNT * Percent div 100, Times) / 1000 end,
    row(Bar, What, io_lib:format("p50 ~.2f µs, p99 ~.2f µs", [At(50), At(99)])).

time(Action) ->
    Start = erlang:monotonic_time(nanosecond),
    Action(),
    erlang:monotonic_time(nanosecond) - Start.

row(Bar, What, Measured) ->
    io:format("| ~s | Erlang/OTP ~s: ~s | | ~ts | | |~n", [Bar, erlang:system_info(otp_release), What, Measured]).
