/* lua_State, the one engine among the peers that keeps no global state at all. */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { COUNT = 20000, ALIVE = 2000, BATCH = 1000 };

static double samples[COUNT];

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

static int compare(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

static void check(lua_State *state) {
  if (state == NULL) {
    fputs("lua: out of memory\n", stderr);
    exit(1);
  }
}

static void open_and_close(int libraries) {
  for (int i = 0; i < COUNT; i++) {
    double start = now();
    lua_State *state = luaL_newstate();
    check(state);
    if (libraries) luaL_openlibs(state);
    lua_close(state);
    samples[i] = now() - start;
  }
  qsort(samples, COUNT, sizeof samples[0], compare);
  printf("| B1 | Lua %s.%s: open + close a `lua_State`%s | | p50 %.2f µs, p99 %.2f µs | | |\n", LUA_VERSION_MAJOR, LUA_VERSION_MINOR,
         libraries ? " with libraries" : "", samples[COUNT / 2] / 1e3, samples[COUNT * 99 / 100] / 1e3);
}

static void memory(void) {
  static lua_State *states[ALIVE];
  size_t before = mallinfo2().uordblks;
  for (int i = 0; i < ALIVE; i++) {
    check(states[i] = luaL_newstate());
    luaL_openlibs(states[i]);
  }
  printf("| B2 | Lua %s.%s: memory of a `lua_State` with libraries | | %.1f KiB | | |\n", LUA_VERSION_MAJOR, LUA_VERSION_MINOR,
         (mallinfo2().uordblks - before) / 1024.0 / ALIVE);
  for (int i = 0; i < ALIVE; i++) lua_close(states[i]);
}

static void call(void) {
  lua_State *state = luaL_newstate();
  check(state);
  if (luaL_dostring(state, "return function(x) return x + 1 end")) exit(1);
  for (int i = 0; i < COUNT / 10; i++) {
    double start = now();
    for (int j = 0; j < BATCH; j++) {
      lua_pushvalue(state, -1);
      lua_pushinteger(state, j);
      if (lua_pcall(state, 1, 1, 0)) exit(1);
      lua_pop(state, 1);
    }
    samples[i] = (now() - start) / BATCH;
  }
  qsort(samples, COUNT / 10, sizeof samples[0], compare);
  printf("| B3 | Lua %s.%s: protected call into another `lua_State`, no lock | | p50 %.1f ns | | |\n", LUA_VERSION_MAJOR, LUA_VERSION_MINOR,
         samples[COUNT / 20]);
  lua_close(state);
}

int main(void) {
  open_and_close(0);
  open_and_close(1);
  memory();
  call();
  return 0;
}
