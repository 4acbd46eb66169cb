#!/bin/sh
# Puts open stand-ins for the official typefaces into .fonts/, out of Debian's packages; installs nothing, needs no root.
set -eu
cd "$(dirname "$0")/.."
. setup/messages.sh

new=$PWD/.fonts/.new

apt() {
    apt-get -qq -o APT::Sandbox::User=root -o Acquire::Retries=1 -o Acquire::http::Timeout=30 "$@"
}

# apt-get with package lists of our own, for machines whose lists are missing or out of date.
apt_with_own_lists() {
    apt -o Dir::State::lists="$new/lists" -o Dir::Cache="$new/cache" "$@"
}

download() {
    apt download "$1" && return
    mkdir -p "$new/lists/partial"
    [ -e "$new/lists/lock" ] || apt_with_own_lists update
    apt_with_own_lists download "$1"
}

# Takes the files that fit the patterns out of a package into a folder of .fonts/, which appears whole or not at all.
take() {
    folder=$1 package=$2
    shift 2
    (cd "$new" && download "$package") || return 1
    mkdir "$new/$folder"
    dpkg-deb --fsys-tarfile "$new/$package"_*.deb | tar -x -C "$new/$folder" --wildcards --transform 's|.*/||' "$@" || return 1
    mv "$new/$folder" ".fonts/$folder"
}

need() {
    [ -d ".fonts/$1" ] && return
    if command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; then
        say "正在下载 $1（几十 MB）……" "Downloading $1 (some tens of MB) ..."
        mkdir -p "$new"
        quietly take "$@" && return
    fi
    missing="$missing $1"
}

trap 'rm -rf "$new"' EXIT
trap 'exit 130' INT TERM HUP
rm -rf "$new"
missing=
need fandol texlive-lang-chinese '*/fandol/Fandol[!B]*.otf' '*/fandol/COPYING.gz' '*/fandol/README'
need lxgw-wenkai fonts-lxgw-wenkai '*/LXGWWenKai-[BR]*.ttf' '*/copyright'
need noto-cjk fonts-noto-cjk '*/Noto*CJK-*.ttc' '*/copyright'
# No font: the list of 通用规范汉字表 that `invoke fonts` counts against.
need unihan unicode-data '*/Unihan_OtherMappings.txt.bz2' '*/copyright'

if [ -n "$missing" ]; then
    say "未取得字体：${missing# }。改用已有的字体；都没有时，仿宋、楷体、小标宋由 pip 附带的思源宋体代替，黑体由思源黑体代替。" \
        "Fonts not had: ${missing# }. Those at hand are used; in the last resort Noto Serif SC and Noto Sans SC, which pip brings."
fi
