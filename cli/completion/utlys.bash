# Completes the words of utlys in bash. Made by "utlys completion bash".

_utlys() {
  local line="${COMP_LINE:0:COMP_POINT}" current="${COMP_WORDS[COMP_CWORD]}"
  local word kind prefix candidate
  local -a words
  read -ra words <<< "$line"
  case "$line" in
    *[[:space:]]) words+=('') ;;
  esac
  word="${words[${#words[@]} - 1]}"
  # Bash takes = and : for the end of a word; what it has not got of the word is not repeated.
  case "$current" in
    = | : | ==) current='' ;;
  esac
  local given="${word%"$current"}"

  COMPREPLY=()
  {
    IFS=$'\t' read -r kind prefix
    while IFS=$'\t' read -r candidate _; do
      COMPREPLY+=("${candidate#"$given"}")
    done
  } < <(utlys completion bash --ask -- "${words[@]:1}" 2> /dev/null)

  case "$kind" in
    files) _utlys_paths -f ;;
    folders) compopt +o default -o dirnames 2> /dev/null; _utlys_paths -d ;;
    *) compopt +o default 2> /dev/null ;;
  esac
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
    compopt -o nospace 2> /dev/null
  fi
}

# Paths beside the candidates; without any, bash completes paths by itself.
_utlys_paths() {
  if [[ ${#COMPREPLY[@]} -gt 0 ]]; then
    compopt -o filenames 2> /dev/null
    local path
    while IFS= read -r path; do
      COMPREPLY+=("$path")
    done < <(compgen "$1" -- "$current")
  fi
}

complete -o default -F _utlys utlys
