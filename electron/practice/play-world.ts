// The world as practice's accounts and set-ups meet it while a failure of this computer or of the way to the servers is played.
// Whatever is not practice's own goes to the usual parts, untouched. Loads nothing of practice.
import type { Desktop, Loopback, MailCheck, TokenVault } from '../setup/outside-world.ts';
import type { PracticeRoads } from './mail-doors.ts';
import { type PlayVaultParts, playVault } from './play-vault.ts';
import type { Play } from './plays/play.ts';

export interface PlayWorldParts extends Omit<PlayVaultParts, 'usual' | 'now'> {
  readonly room: { now(): Play; readonly roads: PracticeRoads };
  readonly vault: TokenVault;
  readonly mailCheck: MailCheck;
  /** Finds and connects by the room's roads. */
  readonly practiceMailCheck: MailCheck;
  readonly loopback: Loopback;
  /** Cuts every connection at once, as some security programs do. */
  readonly cutLoopback: Loopback;
  readonly desktop: Desktop;
}

/** Wraps the parts of the world that a failure can touch. */
export function playWorld(parts: PlayWorldParts): {
  readonly vault: TokenVault;
  readonly mailCheck: MailCheck;
  readonly loopback: Loopback;
  readonly desktop: Desktop;
} {
  const { room, mailCheck, practiceMailCheck, loopback, cutLoopback, desktop, isPractising } = parts;
  const { roads } = room;
  const plays = (trouble: Play['computer']): boolean => isPractising() && room.now().computer === trouble;
  const ways = (): Loopback => (plays('loopback-cut') ? cutLoopback : loopback);
  /** No browser takes an empty address. */
  const toOpen = (url: string): string => (plays('no-browser') ? '' : url);
  return {
    vault: playVault({ ...parts, usual: parts.vault, now: room.now }),
    mailCheck: {
      prepare: () => mailCheck.prepare(),
      climb: (login, report, attempt) =>
        roads.owns(login.server)
          ? practiceMailCheck.climb({ ...login, server: roads.handOut(login.service, login.server) }, report, attempt)
          : mailCheck.climb(login, report, attempt),
    },
    loopback: {
      open: (wish, attempt) => ways().open(wish, attempt),
      selfTest: (attempt) => ways().selfTest(attempt),
    },
    desktop: {
      ...desktop,
      openInBrowser: (url) => desktop.openInBrowser(toOpen(url)),
      openIn: (browserId, url) => desktop.openIn(browserId, toOpen(url)),
    },
  };
}
