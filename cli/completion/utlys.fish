# Completes the words of utlys in fish. Made by "utlys completion fish".

# Asks once for each state of the command line.
function __utlys_ask
    set -l line (commandline -cp | string collect)
    if test "$line" != "$__utlys_line"
        set -l words (commandline -opc) (commandline -ct)
        set -g __utlys_line $line
        set -g __utlys_answer (command utlys completion fish --ask -- $words[2..-1] 2>/dev/null)
    end
end

function __utlys_candidates
    __utlys_ask
    string join \n -- $__utlys_answer[2..-1]
end

function __utlys_wants_files
    __utlys_ask
    string match -q 'files*' -- $__utlys_answer[1]
end

function __utlys_folders
    __utlys_ask
    if string match -q 'folders*' -- $__utlys_answer[1]
        __fish_complete_directories (commandline -ct)
    end
end

complete -c utlys -e
complete -c utlys -f -k -a '(__utlys_candidates)'
complete -c utlys -f -k -a '(__utlys_folders)'
complete -c utlys -n __utlys_wants_files -F
