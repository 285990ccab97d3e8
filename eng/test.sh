#!/usr/bin/env bash
# Builds the solution and runs every test: on the newest Roslyn, then, for what is loaded into compilers and IDEs,
# on the oldest supported one. The last line is "N passed, N failed, N skipped".
# Ends with 0 only if all builds were free of warnings and no test failed, was missing or broke off.
set -uo pipefail
cd "$(dirname "$0")/.."

# No build server: nothing is left running, and the output may be piped anywhere.
export UseSharedCompilation=false MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
# Test runs are short and bound by the JIT; instrumenting for later optimisation costs a third of them.
export DOTNET_TieredPGO=0

results="$PWD/artifacts/test-results"
rm -rf "$results"
status=0

lane() { # name, solution, options: builds without warnings, then tests, one result file a project
  local name=$1 solution=$2
  shift 2
  echo "== $name"
  dotnet build "$solution" -m:2 -warnaserror "$@" || return
  dotnet test "$solution" --no-build -m:2 -p:TrxFolder="$results/$name" "$@"
}

lane newest-roslyn Toolkit.sln || status=1
lane oldest-roslyn eng/SecondLane.slnf -p:TestRoslyn=4.14.0 || status=1

shopt -s nullglob
projects=(tests/*.Tests/*.csproj)
trx=("$results"/*/*.trx)
expected=$((${#projects[@]} + $(grep -c '\.csproj"' eng/SecondLane.slnf)))
if [ ${#trx[@]} -ne $expected ]; then
  echo "${#trx[@]} of $expected test projects left a result."
  status=1
fi

awk -f eng/test-summary.awk /dev/null "${trx[@]}" || status=1
exit $status
