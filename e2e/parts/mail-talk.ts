// A mail program that knows only user name and password, as bytes: says one line after another and waits for each answer.
import { connect } from 'node:net';

/** What is said, and the answer that has to come before the next; empty: the server begins. */
export type Turn = readonly [said: string, answer: RegExp];

export interface Login {
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

const deadlineMs = 20_000;

/** Resolves with all that the server said, or what stood in the way: the error's code, or the answer that was another. */
export function talk(port: number, turns: readonly Turn[]): Promise<{ readonly ok: boolean; readonly said: string }> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const left = [...turns];
    let [said, sinceLast] = ['', ''];
    const end = (ok: boolean, more = ''): void => {
      socket.destroy();
      resolve({ ok, said: `${said}${more}` });
    };
    socket.setEncoding('utf8');
    socket.setTimeout(deadlineMs, () => end(false, ' (nothing more was said)'));
    socket.once('error', (error) => end(false, 'code' in error ? String(error.code) : error.message));
    socket.once('close', () => end(left.length === 0, ' (hung up)'));
    socket.on('data', (text: string) => {
      said += text;
      sinceLast += text;
      const [, answer] = left[0] ?? [];
      if (!answer?.test(sinceLast)) {
        // A refusal is an answer, too: whoever waits for another one waits in vain.
        if (/^(?:\w+ NO|-ERR|[45]\d\d )/mu.test(sinceLast)) end(false);
        return;
      }
      left.shift();
      sinceLast = '';
      const next = left[0];
      if (next) socket.write(`${next[0]}\r\n`);
      else end(true);
    });
  });
}

/** Logs in, opens the Inbox and counts. */
export async function countByImap({ port, user, password }: Login): Promise<string> {
  const { ok, said } = await talk(port, [
    ['', /^\* OK.*\r\n/u],
    [`a1 LOGIN "${user}" "${password}"`, /^a1 OK/mu],
    ['a2 SELECT INBOX', /^a2 OK/mu],
  ]);
  return ok ? (/^\* (\d+) EXISTS/mu.exec(said)?.[1] ?? said) : said;
}

export async function countByPop({ port, user, password }: Login): Promise<string> {
  const { ok, said } = await talk(port, [
    ['', /^\+OK.*\r\n/u],
    [`USER ${user}`, /^\+OK/u],
    [`PASS ${password}`, /^\+OK/u],
    ['STAT', /^\+OK \d+/u],
  ]);
  return ok ? (/^\+OK (\d+) \d+/mu.exec(said)?.[1] ?? said) : said;
}

/** `sent`, or what was said instead. */
export async function sendBySmtp({ port, user, password }: Login): Promise<string> {
  const plain = Buffer.from(`\0${user}\0${password}`).toString('base64');
  const { ok, said } = await talk(port, [
    ['', /^220 .*\r\n/u],
    ['EHLO program.example', /^250 /mu],
    [`AUTH PLAIN ${plain}`, /^235 /mu],
    [`MAIL FROM:<${user}>`, /^250 /mu],
    [`RCPT TO:<${user}>`, /^250 /mu],
    ['DATA', /^354 /mu],
    [`From: <${user}>\r\nSubject: Through the bridge\r\n\r\nAhoy.\r\n.`, /^250 /mu],
  ]);
  return ok ? 'sent' : said;
}
