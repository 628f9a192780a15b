import { SYSTEM } from '../system/system.ts';
import { onRestore } from '../terminal/restore.ts';

/** Mouse and focus reports, which a program that died may have left on. */
const NO_REPORTS = [9, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1015, 1016]
  .map((mode) => `\x1b[?${mode}l`)
  .join('');
/**
 * Alternate screen, cleared, cursor hidden; pastes marked as such; the wheel sends arrow keys, as its former setting
 * is kept.
 */
const ENTER = `${NO_REPORTS}\x1b[?1007s\x1b[?1049h\x1b[?1007h\x1b[?2004h\x1b[H\x1b[2J\x1b[?25l`;
/** Cursor shown, nothing of the recap left on the alternate screen, and the main screen back. */
const LEAVE = '\x1b[0m\x1b[H\x1b[2J\x1b[?25h\x1b[?2004l\x1b[?1007r\x1b[?1049l';

/** Milliseconds after which a program that was to be suspended and still runs comes back by itself. */
const AWAY_AT_LEAST = 300;

/** The signals that end a program, with the exit code that the shell expects (128 and the number). SIGHUP does so itself. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

export interface FullScreen {
  /** Gives the terminal back. */
  leave(): void;
  /** Suspends the program as Ctrl-Z does, and comes back with `fg`. */
  suspend(redraw: () => void): void;
}

/**
 * Takes the terminal over, and gives it back however the program ends.
 *
 * @param beforeLeaving stops the drawing, so that no last frame lands on the main screen
 * @param beforeEnding saves state when a signal ends the program; must not throw
 */
export function enterFullScreen(
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
  beforeLeaving: () => void,
  beforeEnding: () => void,
): FullScreen {
  const restore = onRestore(() => {
    stdin.off('end', hangUp).off('error', hangUp);
    try {
      beforeLeaving();
    } finally {
      giveBack(stdin, stdout);
    }
  });
  process.on('exit', restore);
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      beforeEnding();
      restore();
      process.exit(code);
    });
  }
  // Node 20 aborts when it exits once the terminal is gone, so the signal itself ends the program
  function hangUp(): void {
    beforeEnding();
    restore();
    process.removeAllListeners('SIGHUP');
    process.kill(process.pid, 'SIGHUP');
  }
  process.on('SIGHUP', hangUp);
  // a closed terminal may be noticed before its signal
  stdin.once('end', hangUp);
  stdin.once('error', hangUp);
  // keys that come before they are read are not to show
  stdin.setRawMode(true);
  stdout.write(ENTER);
  return {
    leave: restore,
    suspend(redraw) {
      if (!SYSTEM.hasJobControl) return;
      let isAway = true;
      const comeBack = () => {
        if (!isAway) return;
        isAway = false;
        stdin.setRawMode(true);
        stdout.write(ENTER);
        redraw();
      };
      stdin.setRawMode(false);
      stdout.write(LEAVE);
      process.once('SIGCONT', comeBack);
      // where no shell could wake the program, the system does not stop it
      setTimeout(comeBack, AWAY_AT_LEAST);
      // the whole foreground group, as the terminal would
      process.kill(0, 'SIGTSTP');
    },
  };
}

/** Gives the terminal back, if it is still there: it may have been closed. */
function giveBack(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream): void {
  try {
    stdout.on('error', () => {});
    if (stdin.isTTY) stdin.setRawMode(false);
    stdout.write(LEAVE);
  } catch {
    // there is nothing to give back
  }
}

/** Erases what can be scrolled back to: Ink 6 sends it when the terminal has become smaller than a frame. */
const ERASE_SCROLLBACK = '\x1b[3J';

/** The same stream for Ink to draw on, but what stood on the terminal before the reader is left alone. */
export function keepingScrollback(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  const write = (text: string | Uint8Array): boolean =>
    stdout.write(typeof text === 'string' ? text.replaceAll(ERASE_SCROLLBACK, '') : text);
  return new Proxy(stdout, {
    get(target, name) {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
