#!/usr/bin/env bash
# The explorer: is what is checked in what its sources make, and does it do in a real browser what it should?
#
#   .ci/browser.sh        after cargo build --release; VIETGRAPH=… another program, SCREENSHOTS=DIR keeps pictures
#
# Installs what the machine lacks (apt) if CI is set or the user is root, and otherwise says what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

may_install() { [ -n "${CI-}" ] || [ "$(id -u)" = 0 ]; }
want=()
command -v node >/dev/null && command -v npm >/dev/null || want+=(nodejs npm)
[ -n "${CHROMIUM-}" ] || command -v chromium >/dev/null || want+=(chromium)
if [ ${#want[@]} != 0 ]; then
  may_install && command -v apt-get >/dev/null || { echo "the tests of the explorer need ${want[*]}: install them" >&2; exit 1; }
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -q
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends "${want[@]}"
fi
export CHROMIUM=${CHROMIUM:-$(command -v chromium)}

(cd web && npm ci --no-audit --no-fund --loglevel=error && npm run --silent check)

# Built beside what is checked in, so that nothing checked in is touched.
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
(cd web && PAGE=$built/page npm run --silent build)
diff -r "$built/page" src/serve/page || { echo "src/serve/page is not what web/ makes: run (cd web && npm ci && npm run build) and check it in" >&2; exit 1; }

(cd web && npm test --silent)
