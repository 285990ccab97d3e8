"""Sub-interpreters of whatever CPython runs this: the private module, which exists from 3.8 on and costs least."""

import platform
import threading
import time

try:
    import _interpreters as interpreters  # 3.13 and later
except ImportError:
    import _xxsubinterpreters as interpreters

NAME = "CPython " + platform.python_version()


def times(count, action):
    """Nanoseconds of each call, in order of size."""
    result = []
    for _ in range(count):
        start = time.perf_counter_ns()
        action()
        result.append(time.perf_counter_ns() - start)
    return sorted(result)


def row(bar, what, measured):
    print(f"| {bar} | {NAME}: {what} | | {measured} | | |", flush=True)


def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))


def create_and_destroy():
    result = times(60, lambda: interpreters.destroy(interpreters.create()))
    row("B1", "create + destroy a sub-interpreter", f"p50 {result[30] / 1e6:.1f} ms, p99 {result[-1] / 1e6:.1f} ms")


def memory():
    before = resident()
    alive = [interpreters.create() for _ in range(50)]
    row("B2", "memory of a sub-interpreter", f"{(resident() - before) / len(alive) / 1024:.1f} MiB")
    for interpreter in alive:
        interpreters.destroy(interpreter)


def run():
    interpreter = interpreters.create()
    interpreters.run_string(interpreter, "pass")
    result = times(2000, lambda: interpreters.run_string(interpreter, "pass"))
    row("B3", "run `pass` in another interpreter, same thread", f"p50 {result[1000] / 1e3:.1f} µs, p99 {result[1980] / 1e3:.1f} µs")
    interpreters.destroy(interpreter)


def ping_pong():
    """Channels of the versions that have them in this module: receiving does not block there, so both sides poll."""
    if not hasattr(interpreters, "channel_create"):
        return
    count = 2000
    there, back = interpreters.channel_create(), interpreters.channel_create()
    interpreter = interpreters.create()
    echo = f"""
import time, _xxsubinterpreters as interpreters
for _ in range({count}):
    while (value := interpreters.channel_recv({int(there)}, None)) is None: time.sleep(0)
    interpreters.channel_send({int(back)}, value)
"""
    thread = threading.Thread(target=interpreters.run_string, args=(interpreter, echo))
    thread.start()

    def round_trip():
        interpreters.channel_send(there, 1)
        while interpreters.channel_recv(back, None) is None:
            time.sleep(0)

    result = times(count, round_trip)
    thread.join()
    row("B4", "channel ping-pong, polling", f"p50 {result[count // 2] / 1e3:.0f} µs, p99 {result[count * 99 // 100] / 1e3:.0f} µs")
    interpreters.destroy(interpreter)


def main():
    create_and_destroy()
    memory()
    run()
    ping_pong()


if __name__ == "__main__":
    main()
