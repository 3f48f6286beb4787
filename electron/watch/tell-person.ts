// Tells the person once what needs them, and takes it back when it heals. Decides; showing is handed in. Opens nothing.
import { isWeather } from '../../shared/is-weather.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { KeptPast } from './make-past.ts';
import { isBeyondDoubt, isNeedsKey, type Notice, wantedNotice, whoMustAct } from './wanted-notice.ts';

export interface ShownNotice {
  close(): void;
}

export interface TellPersonParts {
  readonly show: (notice: Notice) => ShownNotice;
  readonly past: Pick<KeptPast, 'endings' | 'told' | 'keepTold'>;
  readonly accounts: () => readonly AccountRecord[];
  /** The person is at work on this account already. */
  readonly isBusy: (id: string) => boolean;
  /** They look at Postkey's window now. */
  readonly isWatched: () => boolean;
  readonly now: () => number;
}

export interface TellPerson {
  /** After each look, and when the list changed. */
  update(): void;
  /** Takes back all that is shown. */
  stop(): void;
}

/** The same cause that heals and comes again is not told again within this time. */
const againAfterMs = 3_600_000;

export function tellPerson(parts: TellPersonParts): TellPerson {
  const { show, past, accounts, isBusy, isWatched, now } = parts;
  const shown = new Map<string, { readonly key: string; readonly notice: ShownNotice }>();
  const looks = new Map<string, { readonly at: number; readonly code: string; readonly times: number }>();
  const lately = new Map<string, number>();

  /** Two looks in a row that met the same. */
  function isConfirmed(account: AccountRecord): boolean {
    const { id, watch } = account;
    if (!watch?.problem) {
      looks.delete(id);
      return false;
    }
    const { lastCheckAt: at } = watch;
    const { code } = watch.problem;
    const before = looks.get(id);
    const times = before?.code === code ? before.times + (before.at === at ? 0 : 1) : 1;
    looks.set(id, { at, code, times });
    return times > 1 || isBeyondDoubt(account);
  }

  function takeBack(id: string): void {
    shown.get(id)?.notice.close();
    shown.delete(id);
  }

  function tell(notice: Notice): void {
    const { accountId: id, key, practice } = notice;
    const told = past.told(id);
    const name = `${id} ${key}`;
    // What flaps is told again only later; if it then still stands, it is.
    if (told.includes(key) || now() - (lately.get(name) ?? Number.NEGATIVE_INFINITY) < againAfterMs) return;
    past.keepTold(id, [...told, key]);
    lately.set(name, now());
    // What one practises, one is looking at.
    if (practice && isWatched()) return;
    takeBack(id);
    shown.set(id, { key, notice: show(notice) });
  }

  /** It works again: should the same come back, it is news. */
  function forgetHealed(account: AccountRecord): void {
    const told = past.told(account.id);
    if (told.some(isNeedsKey)) {
      past.keepTold(
        account.id,
        told.filter((key) => !isNeedsKey(key)),
      );
    }
  }

  function updateOne(account: AccountRecord): void {
    const { id, watch } = account;
    if (!watch) return;
    const confirmed = isConfirmed(account);
    // Behind weather nobody sees whether it has healed.
    if (watch.problem && isWeather(watch.problem)) return;
    const notice = wantedNotice(account, { isConfirmed: confirmed, endings: past.endings(account) }, now());
    const stands = watch.problem !== undefined && whoMustAct(watch.problem, account) !== null;
    if (!stands) forgetHealed(account);
    const before = shown.get(id);
    if (before && before.key !== notice?.key && !(stands && !confirmed)) takeBack(id);
    if (notice && !isBusy(id)) tell(notice);
  }

  return {
    update() {
      const list = accounts();
      for (const id of shown.keys()) if (!list.some((each) => each.id === id)) takeBack(id);
      for (const account of list) updateOne(account);
    },
    stop() {
      for (const id of [...shown.keys()]) takeBack(id);
    },
  };
}
