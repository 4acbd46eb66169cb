# How the set-up speaks: Chinese first, then English; long output goes to a log. Sourced.

say() {
    printf '%s\n%s\n' "$1" "$2" >&2
}

fail() {
    say "错误：$1" "Error: $2"
    exit 1
}

# The same, with the end of the log above it.
fail_with_log() {
    tail -n 20 build/setup.log >&2
    fail "$1（详见 build/setup.log）" "$2 (see build/setup.log)"
}

# Runs a command without a sound; what it says goes to the log.
quietly() {
    mkdir -p build
    "$@" >>build/setup.log 2>&1 </dev/null
}
