#!/bin/sh
# Sees to the Debian programs and fonts that only the tests use: LibreOffice Writer, poppler-utils, Chromium and its
# driver, npm.
set -eu
cd "$(dirname "$0")/.."
. setup/messages.sh
. setup/debian.sh

missing=

need_program() {
    command -v "$1" >/dev/null || missing="$missing $2"
}

# LibreOffice and Chromium find fonts through fontconfig, not in .fonts/.
need_font() {
    command -v fc-list >/dev/null && [ -n "$(fc-list "$1" file)" ] || missing="$missing $2"
}

need_program soffice libreoffice-writer
need_program pdftoppm poppler-utils
need_program chromium chromium
need_program chromedriver chromium-driver
need_program npm npm
need_font 'Noto Serif CJK SC' fonts-noto-cjk
need_font 'LXGW WenKai' fonts-lxgw-wenkai

missing=${missing# }
if [ -n "$missing" ]; then
    can_install || fail "测试还需要 $missing。请以 root 身份运行 make test，或先安装：sudo apt-get install --no-install-recommends $missing" \
        "the tests also need $missing. Run make test as root, or install these first."
    say "正在安装测试用的程序 $missing，约需几分钟……" "Installing what the tests use: $missing, a few minutes ..."
    # shellcheck disable=SC2086  # a list of package names
    install_packages $missing
fi
