// Where a desktop shows notices: answers to org.freedesktop.Notifications on the test session's own bus, and keeps what was shown
// (Desktop Notifications Specification 1.2). A person's click is played.
import { connect, type Socket } from 'node:net';
import { userInfo } from 'node:os';
import { type BusMessage, Reader, readMessage, writeMessage } from './bus-message.ts';

export interface ShownNotice {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  /** The program has taken it back. */
  isTakenBack: boolean;
}

export interface NoticeBoard {
  readonly shown: readonly ShownNotice[];
  click(notice: ShownNotice): void;
  stop(): void;
}

/** A signature and what it is of; empty: nothing. */
type Body = readonly [signature?: string, values?: readonly (string | number | readonly string[])[]];

const name = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';
const call = 1;
const answer = 2;
const signal = 4;

function addressOf(bus: string): string {
  const found = /^unix:(path|abstract)=([^,;]+)/u.exec(bus);
  if (!found) throw new Error(`The session's bus is at ${bus === '' ? 'no address' : bus}`);
  const place = decodeURIComponent(found[2] ?? '');
  return found[1] === 'abstract' ? `\0${place}` : place;
}

/** Resolves when the board has the name that programs ask for. */
export async function openNoticeBoard(): Promise<NoticeBoard> {
  const socket = connect(addressOf(process.env['DBUS_SESSION_BUS_ADDRESS'] ?? ''));
  const shown: ShownNotice[] = [];
  let serial = 0;
  const send = (type: number, fields: BusMessage['fields'], [signature, values]: Body = []): number => {
    serial += 1;
    socket.write(writeMessage(type, serial, fields, signature, values));
    return serial;
  };
  const tell = (member: string, signature: string, values: readonly (string | number)[]): number =>
    send(signal, { 1: path, 2: name, 3: member }, [signature, values]);

  const doAsCalled = ({
    fields,
    body,
  }: BusMessage): [string, readonly (string | number | readonly string[])[]] | [] => {
    const reader = new Reader(body);
    switch (fields[3]) {
      case 'GetCapabilities':
        return ['as', [['body', 'actions']]];
      case 'GetServerInformation':
        return ['ssss', ['Notice board', 'Postkey tests', '1', '1.2']];
      case 'Notify': {
        const [, replaced] = [reader.text(), reader.number(), reader.text()];
        const id = replaced === 0 ? shown.length + 1 : Number(replaced);
        shown.push({ id, title: reader.text(), body: reader.text(), isTakenBack: false });
        return ['u', [id]];
      }
      case 'CloseNotification': {
        const id = reader.number();
        for (const each of shown) if (each.id === id) each.isTakenBack = true;
        tell('NotificationClosed', 'uu', [id, 3]);
        return [];
      }
      default:
        return [];
    }
  };

  await greet(socket);
  const owned = new Promise<void>((resolve, reject) => {
    let asked = 0;
    let waiting = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk]);
      for (let read = readMessage(waiting); read !== null; read = readMessage(waiting)) {
        waiting = waiting.subarray(read.size);
        const { message } = read;
        if (message.type === call) send(answer, { 5: message.serial, 6: message.fields[7] ?? '' }, doAsCalled(message));
        if (message.type !== answer || message.fields[5] !== asked) continue;
        // 1: the name is ours.
        if (new Reader(message.body).number() === 1) resolve();
        else reject(new Error('Another program shows notices in the test session'));
      }
    });
    socket.once('error', reject);
    const bus = { 1: '/org/freedesktop/DBus', 2: 'org.freedesktop.DBus', 6: 'org.freedesktop.DBus' };
    send(call, { ...bus, 3: 'Hello' });
    // 7: take it from a program that allows that, and do not wait in line.
    asked = send(call, { ...bus, 3: 'RequestName' }, ['su', [name, 7]]);
  });
  await owned;
  return {
    shown,
    click: ({ id }) => {
      tell('ActionInvoked', 'us', [id, 'default']);
      tell('NotificationClosed', 'uu', [id, 2]);
    },
    stop: () => socket.destroy(),
  };
}

/** "Authentication Protocol": who we are, as the operating system says, then binary messages. */
async function greet(socket: Socket): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const heard = new Promise<string>((resolve) => socket.once('data', (chunk: Buffer) => resolve(chunk.toString())));
  socket.write(`\0AUTH EXTERNAL ${Buffer.from(`${userInfo().uid}`).toString('hex')}\r\n`);
  const line = await heard;
  if (!line.startsWith('OK')) throw new Error(`The bus answered ${line.trim()}`);
  socket.write('BEGIN\r\n');
}
