#!/bin/sh
# utlys: {about}
PATH="$PWD/node_modules/.bin:$PATH"
cd {folder} || exit 0
[ -f utlys.yml ] || exit 0
git diff --cached --quiet --diff-filter=d -- {ads} && exit 0
PATH="$PWD/node_modules/.bin:$PATH"
if ! command -v node >/dev/null || ! command -v utlys >/dev/null; then
  echo {missing} >&2
  exit 0
fi
exec utlys check --quiet
