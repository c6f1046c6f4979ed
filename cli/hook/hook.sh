#!/bin/sh
# utlys-hook {version}
# {about}
node={node}
utlys={utlys}

case $0 in
  */*) before=${0%/*}/{before} ;;
  *) before=./{before} ;;
esac
{take}
if [ -x "$before" ]; then
  {give}"$before" "$@" || exit
fi

# Programs with windows start git without the PATH of a terminal.
places=
for place in "/c/Program Files/nodejs" /opt/homebrew/bin /usr/local/bin "$HOME/.volta/bin" "$HOME"/.nvm/versions/node/*/bin; do
  [ ! -d "$place" ] || places=$place:$places
done
case $node in
  /*) [ ! -x "$node" ] || places=${node%/*}:$places ;;
esac
PATH=${PATH:+$PATH:}$places/usr/bin:/bin
[ -x "$node" ] || node=$(command -v node)

set -- hook run {words}
if [ -n "$node" ]; then
  if [ -f "$utlys" ]; then
    {give}"$node" "$utlys" "$@"
    exit
  elif [ -x node_modules/.bin/utlys ]; then
    {give}node_modules/.bin/utlys "$@"
    exit
  elif command -v utlys >/dev/null; then
    {give}utlys "$@"
    exit
  fi
fi
{unless} && exit 0
echo {missing} >&2
exit 1
