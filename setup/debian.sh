# Debian's packages: whether they can be installed here, and how. Sourced after messages.sh.

can_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

# Installs packages; asks for newer package lists only when those at hand do not serve.
install_packages() {
    quietly install_or_update "$@" || fail_with_log "安装失败：$*" "could not install $*"
}

install_or_update() {
    install_now "$@" || { apt-get -qq update && install_now "$@"; }
}

install_now() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@"
}
