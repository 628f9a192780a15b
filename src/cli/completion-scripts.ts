/**
 * What a shell evaluates. Each asks `recap complete` at every Tab, so that what is offered is true at the
 * reader's place then; see `complete.ts` for what it prints.
 */
export const SCRIPTS = {
  // no compopt in the bash of macOS, which is 3.2
  bash: `_recap() {
  local line current="\${COMP_WORDS[COMP_CWORD]}" IFS=$'\\n'
  COMPREPLY=()
  while read -r line; do
    case "$line" in
      :files) COMPREPLY+=( $(compgen -f -- "$current") ); compopt -o filenames 2>/dev/null ;;
      :folders) COMPREPLY+=( $(compgen -d -- "$current") ); compopt -o filenames 2>/dev/null ;;
      *) COMPREPLY+=( "\${line%%$'\\t'*}" ) ;;
    esac
  done < <("\${COMP_WORDS[0]}" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _recap recap
`,
  zsh: `#compdef recap
_recap() {
  local line
  local -a offered
  for line in "\${(@f)$("\${words[1]}" complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    case "$line" in
      :files) _files; return ;;
      :folders) _files -/; return ;;
      ?*) offered+=( "\${line%%$'\\t'*}:\${line#*$'\\t'}" ) ;;
    esac
  done
  _describe 'recap' offered
}
if [[ "\${funcstack[1]}" == _recap ]]; then
  _recap "$@"
else
  compdef _recap recap
fi
`,
  fish: `function __recap_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  for line in (command $words[1] complete -- $words[2..-1] "$current" 2>/dev/null)
    switch $line
      case ':files'
        __fish_complete_path "$current"
      case ':folders'
        __fish_complete_directories "$current"
      case '*'
        echo $line
    end
  end
end
complete -c recap -f -a '(__recap_complete)'
`,
} as const;
