#!/bin/sh
# utlys: {about}
cd {folder} || exit 0
[ -f utlys.yml ] || exit 0
git diff --cached --quiet --diff-filter=d -- {ads} && exit 0
if ! npx --no-install utlys --version >/dev/null 2>&1; then
  echo {missing} >&2
  exit 0
fi
exec npx --no-install utlys check --quiet
