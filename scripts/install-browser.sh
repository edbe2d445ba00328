#!/bin/sh
# Make sure that there is a Chromium for the tests: the one of the machine, Debian's, or Playwright's.
#   sh scripts/install-browser.sh FOLDER_WITH_PROGRAMS
set -eu
if "$1/python" -m tests.browser.chromium >/dev/null 2>&1; then
  exit 0
fi
if command -v apt-get >/dev/null 2>&1; then
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo"
  $as_root apt-get update -qq
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null ||
    "$1/playwright" install --with-deps chromium
else
  "$1/playwright" install chromium
fi
"$1/python" -m tests.browser.chromium
