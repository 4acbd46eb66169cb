#!/bin/sh
# Makes .venv from a lock file and puts the program into it: setup/python.sh requirements.lock
set -eu
cd "$(dirname "$0")/.."
. setup/messages.sh
. setup/debian.sh

lock=$1
python=${PYTHON:-python3}

# What a finished .venv was made of: the interpreter, this folder (scripts in it hold its path) and the lock.
origin() {
    printf '%s\n' "$interpreter" "$(pwd -P)"
    cat "$1"
}

finished() {
    [ -f ".venv/made-from-$1" ] && origin "$1" | cmp -s - ".venv/made-from-$1"
}

make_empty() {
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        package=python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv
        can_install || fail "缺少 Python 的 venv 模块，请先安装 Debian 软件包 $package（sudo apt-get install $package）。" \
            "Python's venv module is missing; install Debian's package $package first."
        install_packages "$package"
    fi
    quietly "$python" -m venv --clear .venv || fail_with_log "无法建立 .venv" "could not make .venv"
}

pip() {
    quietly .venv/bin/python -m pip --disable-pip-version-check --no-input install -q "$@" ||
        fail_with_log "Python 软件包安装失败，请检查网络后重试" "could not install the Python packages; check the network, try again"
}

command -v "$python" >/dev/null || fail "找不到 $python，请先安装 Python 3.11 或更新版本。" "$python not found; install Python 3.11 or later."
interpreter=$("$python" -c 'import sys; print(*sys.version_info[:2], sys.implementation.cache_tag, sys.base_prefix)' 2>/dev/null) ||
    interpreter=none
case $interpreter in
none | 3\ [0-9]\ * | 3\ 10\ *)
    fail "需要 Python 3.11 或更新版本；可用 make PYTHON=/路径/python3.11 指定。" \
        "Python 3.11 or later is needed; name one with make PYTHON=/path/to/python3.11." ;;
esac

# A test environment holds all that publishing needs.
if ! finished "$lock" && ! finished requirements-dev.lock; then
    say "正在准备 Python 环境（.venv），约需一分钟……" "Preparing the Python environment (.venv), about a minute ..."
    # A finished environment is added to; one that was broken off, or made of something else, is made anew.
    if finished requirements.lock; then
        rm -f .venv/made-from-*
    else
        make_empty
    fi
    pip --require-hashes --only-binary :all: -r "$lock"
    pip --no-deps --no-build-isolation -e .
    cp pyproject.toml .venv/made-from-pyproject.toml
    origin "$lock" >".venv/made-from-$lock.new"
    mv ".venv/made-from-$lock.new" ".venv/made-from-$lock"
elif ! cmp -s pyproject.toml .venv/made-from-pyproject.toml; then
    pip --no-deps --no-build-isolation -e .
    cp pyproject.toml .venv/made-from-pyproject.toml
fi
