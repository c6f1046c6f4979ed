#compdef utlys
# Completes the words of utlys in zsh. Made by "utlys completion zsh".

_utlys() {
  local -a lines whole open
  local line kind prefix value
  lines=("${(@f)$(utlys completion zsh --ask -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2> /dev/null)}")
  kind=${lines[1]%%$'\t'*}
  prefix=${lines[1]#*$'\t'}
  for line in "${(@)lines[2,-1]}"; do
    value=${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}
    case $value in
      *=:*) open+=("$value") ;;
      *) whole+=("$value") ;;
    esac
  done
  (( $#whole )) && _describe -t words utlys whole
  (( $#open )) && _describe -t words utlys open -S ''
  [[ -n $prefix ]] && compset -P "${(b)prefix}"
  case $kind in
    files) _files ;;
    folders) _files -/ ;;
  esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _utlys "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
  compdef _utlys utlys
fi
