#!/usr/bin/env bash
# Measures what other runtimes take for the operations of the bars, and prints rows for the table of
# `dotnet run -c Release --project tests/Benchmarks -- bars`. What is missing is installed from Debian where that is possible;
# what could not be had is said on the error stream, and its rows are left out. Takes about a minute. Run by hand, never in CI.
set -uo pipefail
cd "$(dirname "$0")/baselines"

build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT

root=()
if [ "$(id -u)" -ne 0 ]; then root=(sudo -n); fi

install() { # packages: one failing does not keep the others out
  command -v apt-get >/dev/null || return 1
  "${root[@]}" apt-get install -y --no-install-recommends "$@" >"$build/apt.log" 2>&1
}

missing() {
  echo "Could not be had: $1." >&2
}

lua() {
  command -v gcc >/dev/null && [ -e /usr/include/lua5.4/lua.h ] || install gcc libc6-dev liblua5.4-dev
  if ! gcc -O2 -I/usr/include/lua5.4 lua.c -llua5.4 -o "$build/lua" 2>"$build/gcc.log"; then
    missing "Lua 5.4 (gcc and liblua5.4-dev)"
    return
  fi
  "$build/lua"
}

python() {
  command -v python3 >/dev/null || install python3
  local candidate
  for candidate in python3.14 python3.13 python3 /usr/bin/python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import cpython' 2>/dev/null; then
      "$candidate" cpython.py
      return
    fi
  done
  missing "a CPython with sub-interpreters (3.8 or later, built with them)"
}

erlang() {
  command -v erl >/dev/null || install erlang-base
  if ! command -v erl >/dev/null || ! erlc -o "$build" erlang_baseline.erl >&2; then
    missing "Erlang (erlang-base)"
    return
  fi
  erl -noshell -pa "$build" -s erlang_baseline main
}

processor=$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
echo "$(getconf _NPROCESSORS_ONLN) cores ${processor:-of unknown make} · $(uname -sr) · $(date -u '+%Y-%m-%d %H:%M UTC')"
echo
echo "| bar | what | target | measured | instead, in the same run (times ours) | |"
echo "| --- | --- | --- | --- | --- | --- |"
lua
PYTHONDONTWRITEBYTECODE=1 python
erlang

