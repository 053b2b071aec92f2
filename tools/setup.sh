#!/bin/sh
# Make the virtual environment, install the pinned dependencies, and see to Qt's system libraries.
# Usage: setup.sh FOLDER. On Debian as root the libraries are installed; otherwise the line to
# run is printed and the set-up goes on.
set -eu
venv=$1

for candidate in python3.11 python3; do
    if command -v "$candidate" >/dev/null 2>&1 &&
        "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))'; then
        python=$candidate
        break
    fi
done
if [ -z "${python:-}" ]; then
    echo "SAD Desktop needs Python 3.11; install it (Debian 12: apt-get install python3 python3-venv)." >&2
    exit 2
fi

# Qt's libraries and an X screen's; poppler and PostgreSQL serve the tests only, binutils the build.
packages="libgl1 libegl1 libfontconfig1 libfreetype6 libglib2.0-0 libxkbcommon0 libdbus-1-3
libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1
libxkbcommon-x11-0 binutils poppler-utils postgresql"
"$python" -c 'import ensurepip, venv' 2>/dev/null || packages="$packages python3-venv"

missing=""
if command -v dpkg-query >/dev/null 2>&1; then
    for package in $packages; do
        status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
        [ "$status" = "install ok installed" ] || missing="$missing $package"
    done
fi
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing system packages:$missing"
        apt-get update -q >/dev/null
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null
    else
        echo "These system packages are missing; install them with:" >&2
        echo "    sudo apt-get install --no-install-recommends$missing" >&2
    fi
fi

[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --constraint constraints.txt \
    --editable ".[dev,postgresql]"
