// What each request about Postkey's life on the desktop does: starting with the computer, going on without its window, ending.
import { accepted } from '../../shared/ipc-contract.ts';
import type { Handlers, Postkey } from './postkey.ts';

type DesktopRequest = Extract<keyof Handlers, `desktop.${string}`>;

export function desktopHandlers(postkey: Pick<Postkey, 'parts' | 'changed'>): Pick<Handlers, DesktopRequest> {
  const { memory, background, world } = postkey.parts;
  return {
    'desktop.startAtLogin': async ({ on }) => {
      const laidDown = world.policy().settings.startAtLogin;
      if (laidDown !== undefined && laidDown !== on) return { accepted: false, refusal: 'start-at-login-laid-down' };
      const done = await background.startAtLogin(on);
      postkey.changed();
      return done ? accepted : { accepted: false, refusal: 'start-at-login-refused' };
    },
    'desktop.stay': ({ on }) => {
      memory.keepPreferences({ ...memory.preferences(), staysInBackground: on });
      postkey.changed();
      return accepted;
    },
    'desktop.quit': () => {
      background.quit();
      return accepted;
    },
  };
}
