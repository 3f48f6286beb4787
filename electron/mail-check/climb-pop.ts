// POP3's last two rungs, by our own client: no kept library does the two-line AUTH that Exchange wants. Login, then STAT.
import type { DetailLine } from '../../shared/setup-state.ts';
import { readGreeting } from './greeting.ts';
import { LineWire } from './line-wire.ts';
import { freeSoon, type MailProtocol, type MailSession } from './mail-session.ts';
import { askPopCapabilities, isPopOk, logInToPop, popRefusal } from './pop-login.ts';
import { serverWords } from './server-words.ts';

export const popProtocol: MailProtocol = {
  prepare: async () => {},
  async climb(session) {
    const { clock, socket } = session;
    const wire = new LineWire(socket);
    const details = await clock.climb('login', () => logIn(wire, session));
    return clock.climb('mailbox', async () => {
      wire.write('STAT');
      const line = await wire.readLine();
      if (!isPopOk(line)) throw popRefusal(line);
      const count = /^\+OK (\d{1,9})\b/iu.exec(line)?.[1];
      return {
        details,
        ...(count === undefined ? {} : { messages: Number(count) }),
        leave: () => leave(wire, session),
      };
    });
  },
};

async function logIn(wire: LineWire, session: MailSession): Promise<readonly DetailLine[]> {
  const { login } = session;
  const greeting = session.greeted ? '' : ((await readGreeting(wire, 'pop'))[0] ?? '');
  const capabilities = await askPopCapabilities(wire);
  const mechanism = await logInToPop(wire, login, capabilities);
  return [
    ...(greeting === '' ? [] : [{ label: 'greeting', value: serverWords(greeting, login.secret) ?? '' }]),
    { label: 'capabilities', value: capabilities.join(' | ').slice(0, 400) },
    { label: 'mechanism', value: mechanism },
  ];
}

function leave(wire: LineWire, session: MailSession): void {
  freeSoon(session.socket);
  wire.write('QUIT');
  wire.readLine().then(
    () => session.socket.end(),
    () => session.socket.destroy(),
  );
}
