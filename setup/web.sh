#!/bin/sh
# Gets what the tests load into the browser: axe-core, by the lock file in setup/web/.
set -eu
cd "$(dirname "$0")/.."
. setup/messages.sh

made=setup/web/node_modules/.made-from
if ! cmp -s setup/web/package-lock.json "$made"; then
    say "正在取得无障碍检查工具……" "Getting the accessibility checker ..."
    quietly npm ci --prefix setup/web --no-audit --no-fund --ignore-scripts ||
        fail_with_log "无障碍检查工具安装失败，请检查网络后重试" "could not install the accessibility checker; check the network, try again"
    cp setup/web/package-lock.json "$made"
fi
