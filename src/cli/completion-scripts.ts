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
  // What is set for the command alone (`RECAP_PROFILE=ann recap …`) is not in the environment yet, so it is read from the
  // line. Where the line is not understood, titles are left out, as they may be those of another place.
  zsh: `#compdef recap
_recap() {
  local line word found= hide=
  local -a offered given
  for word in "\${(@z)\${:-$PREBUFFER$LBUFFER}}"; do
    case "$word" in
      ';'|'&'|'&&'|'||'|'|'|'|&'|'('|'{'|$'\\n') given=(); found=; hide= ;;
      env|command|exec|noglob|nocorrect|time|if|then|else|do|while|until|'!') ;;
      "\${words[1]}") found=1 ;;
      *)
        [[ -n "$found" ]] && continue
        if [[ "$word" =~ '^[A-Za-z_][A-Za-z0-9_]*=' ]]; then given+=( "\${(Q)word}" ); else hide=1; fi ;;
    esac
  done
  [[ -z "$found" ]] && hide=1
  for line in "\${(@f)$(env "\${given[@]}" "\${words[1]}" complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    case "$line" in
      :files) _files; return ;;
      :folders) _files -/; return ;;
      ?*) [[ -n "$hide" ]] && line="\${line%%$'\\t'*}"$'\\t'
        offered+=( "\${line%%$'\\t'*}:\${line#*$'\\t'}" ) ;;
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
