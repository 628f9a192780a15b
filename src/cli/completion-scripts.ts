import type { Shell } from './shell-line.ts';

/**
 * What a shell evaluates. Each script asks `recap complete` at every Tab, so that what is offered is true at the
 * reader's place then; see `commands/complete.ts` for what it prints. Each runs the program that is typed (`~/bin/recap`), or
 * else the one on the path.
 */
export const SCRIPTS: Readonly<Record<Shell, string>> = {
  // It must also run in the bash of macOS, which is 3.2: that has no compopt, and splits words at blanks alone. What is
  // set for the command alone (`RECAP_PROFILE=ann recap …`) is not visible here, so titles are never shown.
  bash: `_recap() {
  local line prefix= current="\${COMP_WORDS[COMP_CWORD]}" program="\${COMP_WORDS[0]//[\\"\\'\\\\]/}" IFS=$'\\n'
  case "$program" in '~/'*) program="$HOME/\${program#??}" ;; esac
  command -v "$program" >/dev/null 2>&1 || program=recap
  # bash replaces what comes after the last of these characters
  case "$COMP_WORDBREAKS" in
    *=*) current="\${current##*=}" ;;
    *) case "$current" in --*=*) prefix="\${current%%=*}=" ;; esac ;;
  esac
  COMPREPLY=()
  while read -r line; do
    case "$line" in
      :files) compopt -o default 2>/dev/null || COMPREPLY=( $(compgen -f -- "$current") ) ;;
      :folders) compopt -o dirnames 2>/dev/null || COMPREPLY=( $(compgen -d -- "$current") ) ;;
      *) COMPREPLY+=( "$prefix\${line%%$'\\t'*}" ) ;;
    esac
  done < <("$program" complete --line bash -- "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
}
complete -F _recap recap
`,
  // What is set for the command alone (`RECAP_PROFILE=ann recap …`) is not in the environment yet, so it is read from the
  // line. Where the line is not understood, titles are left out, as they may be those of another place.
  zsh: `#compdef recap
_recap() {
  local line word program found= hide= titled=
  local -a values shown given expl
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
  program="\${\${(Q)words[1]}/#\\~\\//$HOME/}"
  (( $+commands[$program] )) || [[ -x "$program" ]] || program=recap
  # of --option=value, what comes after the sign is completed
  [[ "$PREFIX" == --*=* ]] && compset -P '--[^=]##='
  for line in "\${(@f)$(env "\${given[@]}" "$program" complete --line zsh -- "\${(j: :)words[1,CURRENT]}" 2>/dev/null)}"; do
    case "$line" in
      :files) _files; return ;;
      :folders) _path_files -/; return ;;
      ?*)
        word="\${line#*$'\\t'}"
        [[ -n "$hide" || "$word" == "$line" ]] && word=
        values+=( "\${line%%$'\\t'*}" )
        word="\${line%%$'\\t'*}\${word:+  -- $word}"
        shown+=( "\${word[1,COLUMNS-1]}" )
        [[ "$word" == *' '* ]] && titled=1 ;;
    esac
  done
  # in the order in which they come
  _wanted -V recap expl recap compadd \${titled:+-l} -d shown -a values
}
if [[ "\${funcstack[1]}" == _recap ]]; then
  _recap "$@"
else
  compdef _recap recap
fi
`,
  // What is set for the command alone is in the environment, except by \`env\` and the like, which complete a command
  // of their own, and empty where a command would have to be run: there titles are left out, as they may be those of another place.
  fish: `function __recap_complete
  set -l program (string replace -r '^~(?=/)' $HOME -- (commandline -opc)[1])
  command -q $program; or set program recap
  set -l current (commandline -ct)
  set -l prefix (string match -r -- '^--[^=]*=' $current)
  set -l hide (status stack-trace | string match '*__fish_complete_subcommand*')
  for name in (set -xn)
    test (count $$name) -gt 0; or set hide $name
  end
  for line in (command $program complete --line fish -- (commandline -cp | string collect) 2>/dev/null)
    switch $line
      case ':files'
        printf '%s\\n' "$prefix"(__fish_complete_path (string replace -r -- '^--[^=]*=' '' $current))
      case ':folders'
        printf '%s\\n' "$prefix"(__fish_complete_directories (string replace -r -- '^--[^=]*=' '' $current))
      case '*'
        test -n "$hide"; and set line (string split -f 1 \\t -- $line)
        echo -- "$prefix$line"
    end
  end
end
complete -c recap -f -k -a '(__recap_complete)'
`,
};

/** The shells that there is a script for. */
export const COMPLETED_SHELLS: readonly string[] = Object.keys(SCRIPTS);
