// One program at one door: greets, waits for the password, opens the way to the provider and joins the two. Knows no protocol, no token and
// no port.
import type { Duplex } from 'node:stream';
import type { BridgeView } from '../../shared/bridge.ts';
import type { Service } from '../../shared/mail-provider.ts';
import type { KeptBridgeProgram } from '../setup/kept-bridge.ts';
import type { Clock, Outcome } from '../setup/outside-world.ts';
import type { Secret } from '../setup/secret.ts';
import type { BridgeLimits } from './bridge-limits.ts';
import type { Entered } from './bridge-parts.ts';
import { type Dialog, type DialogParts, DialogStop } from './dialog.ts';
import { isTlsHello, tlsAlert } from './first-bytes.ts';
import { makeImapDialog } from './imap-dialog.ts';
import { makePopDialog } from './pop-dialog.ts';
import { ProgramWire, type WireEnd, WireStop } from './program-wire.ts';
import { refusalOf } from './refusal-of.ts';
import { showOut } from './show-out.ts';
import { makeSmtpDialog } from './smtp-dialog.ts';
import { splice } from './splice.ts';
import type { WireKey } from './wire-words.ts';
import type { WrongLogins } from './wrong-logins.ts';

export type Entering = Outcome<Entered> | 'other-user';

/** What a connection needs of the account it is for. */
export interface Host {
  readonly service: Service;
  readonly clock: Clock;
  readonly limits: BridgeLimits;
  readonly wrong: WrongLogins;
  say(key: WireKey, values?: Readonly<Record<string, string>>): string;
  offers(): Promise<readonly string[] | null>;
  programOf(password: Secret): KeptBridgeProgram | null;
  /** Logs in at the provider, unless `isOwn` says no. */
  enter(program: KeptBridgeProgram, isOwn: () => boolean, signal: AbortSignal): Promise<Entering>;
  wrongDoor(spoke: NonNullable<BridgeView['wrongDoor']>['spoke']): void;
  /** From now on the connection counts as one of this program's; the answer is called when it is over. */
  session(program: KeptBridgeProgram, end: () => void): () => void;
}

export interface Visit {
  readonly socket: Duplex;
  readonly isEncrypted: boolean;
  /** False: the connection is another user's of this computer. */
  readonly isOwn: () => boolean;
  /** It has shown a password that is right. */
  readonly known: () => void;
}

const dialogs: Readonly<Record<Service, (parts: DialogParts) => Dialog>> = {
  imap: makeImapDialog,
  pop: makePopDialog,
  smtp: makeSmtpDialog,
};

/** Resolves when the connection is over. */
export async function serveProgram(host: Host, visit: Visit): Promise<void> {
  const { service, clock, limits, say, offers } = host;
  const { socket } = visit;
  const wire = new ProgramWire(socket, limits.lineBytes);
  const dialog = dialogs[service]({ wire, limits, say, offers });
  const cancelDeadline = clock.after(limits.loginMs, () => wire.stop('too-slow'));
  try {
    const admitted = await logIn(host, visit, wire, dialog);
    cancelDeadline();
    if (admitted === null) return showOut(socket, clock);
    const { program, entered } = admitted;
    const left = host.session(program, () => socket.destroy());
    dialog.welcome(entered.capabilities);
    const server = { socket: entered.socket, unread: entered.unread };
    await splice({ socket, unread: wire.detach() }, server, clock, limits.lingerMs).finally(left);
  } catch (error) {
    if (!(error instanceof WireStop || error instanceof DialogStop)) {
      socket.destroy();
      throw error;
    }
    if (error.why === 'http') host.wrongDoor('http');
    // Whoever has said all it had may still read the answers.
    if (error.why !== 'gone') dialog.showOut(say(lastWords[error.why]));
    showOut(socket, clock);
  } finally {
    cancelDeadline();
  }
}

const lastWords: Readonly<Record<Exclude<WireEnd, 'gone'> | DialogStop['why'], WireKey>> = {
  'too-long': 'tooLong',
  'too-slow': 'tooSlow',
  'too-often': 'tooOften',
  http: 'spokeHttp',
};

interface Admitted {
  readonly program: KeptBridgeProgram;
  readonly entered: Entered;
}

/** Null: it left, or was shown out with words. */
async function logIn(host: Host, visit: Visit, wire: ProgramWire, dialog: Dialog): Promise<Admitted | null> {
  const { limits, say, wrong } = host;
  await dialog.greet();
  if (!visit.isEncrypted && isTlsHello(await wire.firstByte())) {
    host.wrongDoor('tls');
    wire.raw(tlsAlert);
    return null;
  }
  for (let tries = 1; ; tries += 1) {
    const password = await dialog.nextLogin();
    if (password === null) return null;
    const program = host.programOf(password);
    if (program === null) {
      await wrong.slowDown();
      dialog.refuse({ kind: 'wrong-password', sentence: say('wrongPassword') });
    } else {
      visit.known();
      wrong.forget();
      const entered = await enterUnlessGone(host, visit, program);
      if (entered === 'other-user') {
        dialog.refuse({ kind: 'other-user', sentence: say('otherUser') });
        return null;
      }
      if (entered.ok) return { program, entered: entered.value };
      const { kind, key, code } = refusalOf(entered.problem);
      dialog.refuse({ kind, sentence: say(key, { code }) });
    }
    if (tries >= limits.tries) {
      dialog.showOut(say('tooOften'));
      return null;
    }
  }
}

/** A program that hangs up meanwhile needs no way to the provider any more. */
async function enterUnlessGone(host: Host, { socket, isOwn }: Visit, program: KeptBridgeProgram): Promise<Entering> {
  const gone = new AbortController();
  const onClose = (): void => gone.abort();
  socket.once('close', onClose);
  try {
    const entered = await host.enter(program, isOwn, gone.signal);
    if (entered === 'other-user' || !entered.ok || !socket.destroyed) return entered;
    entered.value.socket.destroy();
    throw new WireStop('gone');
  } finally {
    socket.off('close', onClose);
  }
}
