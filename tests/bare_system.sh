#!/bin/sh
# The promise of the README on a bare machine: Python and make are enough. Run by hand, as root, with debootstrap:
#
#     sh tests/bare_system.sh [WORK_DIRECTORY]
#
# Makes a minimal Debian with python3, make and git (no pip, venv, uv or browser), clones the committed state of this
# checkout into an empty directory, follows the message of the first `make conformance` to the letter, then expects
# `make conformance` and `make test` to succeed. About ten minutes; the directory is left for a look.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
work=${1:-/tmp/focus-bare}
bare=$work/root

inside() {
    unshare --mount --pid --fork --mount-proc="$bare/proc" chroot "$bare" /usr/bin/env -i \
        HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
        sh -c "cd /root/focus && $1" </dev/null
}

echo "== a bare Debian in $bare"
mkdir -p "$work"
test -x "$bare/usr/bin/make" || debootstrap --variant=minbase --include=python3,make,git,ca-certificates bookworm "$bare"
# This machine's way to the network: its resolver and the authorities that it trusts.
cp /etc/resolv.conf "$bare/etc/resolv.conf"
cp /etc/ssl/certs/ca-certificates.crt "$bare/etc/ssl/certs/ca-certificates.crt"

echo "== a clone in an empty directory"
rm -rf "$bare/root/focus" "$bare/root/focus.bundle"
git -C "$here" bundle create --quiet "$bare/root/focus.bundle" HEAD
chroot "$bare" git -c advice.detachedHead=false clone --quiet /root/focus.bundle /root/focus

if ! chroot "$bare" python3 -c "import ensurepip" 2>/dev/null; then
    echo "== without python3-venv: one line that says what to run"
    inside "make conformance" 2>"$work/message" && exit 1
    cat "$work/message"
    inside "$(sed -n 's/^set-up: .* run: //p' "$work/message")"
fi

echo "== make conformance"
inside "make conformance"
echo "== make test"
inside "make test"
echo "== the promise holds"
