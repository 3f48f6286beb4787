// Postkey's life on the desktop: its window comes and goes, it goes on without one, starts with the person's session, stands in the panel,
// and ends when told to. Joins these; what is under way in accounts and set-ups is not decided here.
import type { PostkeyState } from '../shared/postkey-state.ts';
import { followApp, quitApp } from './desktop/app-life.ts';
import { askBeforeQuit } from './desktop/ask-before-quit.ts';
import type { Remembered } from './desktop/make-remembered.ts';
import type { WindowParts } from './desktop/open-window.ts';
import { showNotice } from './desktop/show-notice.ts';
import { isLoginStart, startAtLogin } from './desktop/start-at-login.ts';
import { type TheWindow, theWindow } from './desktop/the-window.ts';
import { makeTray } from './desktop/tray.ts';
import { isTrayThere } from './desktop/tray-host.ts';
import type { Postkey } from './setup/postkey.ts';
import type { Background } from './setup/postkey-parts.ts';
import { quitLines } from './setup/quit-view.ts';
import { trayView } from './setup/tray-view.ts';

export interface LifeParts {
  readonly window: Omit<WindowParts, 'place' | 'keepPlace'>;
  /** Of the panel's pictures. */
  readonly pictures: string;
  readonly memory: Remembered;
  readonly language: () => string;
  /** As the command line says. */
  readonly hidden: boolean;
  /** Asked for later: the desktop is there before it. */
  readonly postkey: () => Postkey;
  readonly logUnexpected: (error: unknown) => void;
}

export interface Life {
  readonly window: TheWindow;
  readonly background: Background;
  /** Each snapshot: the panel shows the same. */
  follow(state: PostkeyState): void;
  /** Opens the window unless it was started without. */
  begin(): void;
}

export function makeLife({ memory, language, postkey, logUnexpected, ...parts }: LifeParts): Life {
  const startedHidden = parts.hidden || isLoginStart();
  let [hasTray, isEnding, hasBegun] = [false, false, false];
  let startsAtLogin = startAtLogin.isOn();

  const window = theWindow({
    ...parts.window,
    place: memory.windowPlace,
    keepPlace: memory.keepWindowPlace,
    opened: () => {
      window.current()?.on('focus', lookAtLogin);
      if (hasBegun) follow(postkey().state());
    },
    closed: () => {
      if (isEnding) return;
      postkey().bridge.putAway();
      follow(postkey().state());
    },
  });

  const tray = makeTray({
    folder: parts.pictures,
    language,
    openWindow: window.show,
    openAccount: (id) => {
      window.show();
      postkey().showAccount(id);
    },
    switchBridges: (on) => {
      const { bridge } = postkey();
      const all = bridge.views().map(({ accountId }) => bridge.switchTo(accountId, on));
      Promise.all(all).catch(logUnexpected);
    },
    quit: () => quit().catch(logUnexpected),
    failed: logUnexpected,
  });

  /** Without a window the panel is the only way back, whatever was chosen. */
  function follow(state: PostkeyState): void {
    const isShown = !isEnding && hasBegun && (state.background?.goesOn === true || window.current() === null);
    tray.show(isShown ? trayView(state) : null);
  }

  /** The person may have changed it in the system's own settings. */
  function lookAtLogin(): void {
    const now = startAtLogin.isOn();
    if (now === startsAtLogin) return;
    startsAtLogin = now;
    postkey().changed();
  }

  async function quit(): Promise<void> {
    const lines = quitLines(postkey().state());
    if (await askBeforeQuit(window.current(), lines, language())) quitApp();
  }

  /** Once for ever: whoever has read it knows. */
  function tellGoesOn(state: PostkeyState): void {
    const wishes = memory.preferences();
    if (wishes.toldGoesOn) return;
    memory.keepPreferences({ ...wishes, toldGoesOn: true });
    const why = state.bridges.some(({ isOn }) => isOn) ? 'bridge' : 'stays';
    showNotice({
      language: language(),
      inWords: ({ find }) => ({ title: find('notify', 'goesOn.title'), body: find('notify', `goesOn.${why}`) }),
      clicked: window.show,
      failed: logUnexpected,
    });
  }

  followApp({
    windowClosed: () => {
      const state = postkey().state();
      if (state.background?.goesOn) tellGoesOn(state);
      else quitApp();
    },
    called: window.show,
    ending: () => {
      isEnding = true;
      tray.show(null);
    },
  });

  return {
    window,
    background: {
      startsAtLogin: () => startsAtLogin,
      canStartAtLogin: startAtLogin.canBe,
      startAtLogin: async (on) => {
        const done = startAtLogin.turn(on);
        startsAtLogin = startAtLogin.isOn();
        return done;
      },
      hasTray: () => hasTray,
      startedHidden: () => startedHidden,
      // The answer to the request leaves first.
      quit: () => void setImmediate(() => void quit().catch(logUnexpected)),
    },
    follow,
    begin: () => {
      hasBegun = true;
      const laidDown = postkey().parts.world.policy().settings.startAtLogin;
      if (laidDown !== undefined && laidDown !== startsAtLogin && startAtLogin.canBe()) {
        startAtLogin.turn(laidDown);
        startsAtLogin = startAtLogin.isOn();
      }
      if (!startedHidden) window.show();
      follow(postkey().state());
      isTrayThere()
        .then((is) => {
          hasTray = is;
          postkey().changed();
        })
        .catch(logUnexpected);
    },
  };
}
