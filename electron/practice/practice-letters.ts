// The letters in everybody's practice Inbox, so that a mail program has something to read: three, the same each time, plain text
// (RFC 5322), nothing real in them.
import type { PracticeWord } from './practice-word.ts';

export interface PracticeLetter {
  readonly subject: string;
  readonly date: Date;
  readonly id: string;
  /** With the empty line after it. */
  readonly head: string;
  readonly text: string;
}

/** Who writes, as envelopes and heads need it. */
export const letterWriter = { name: 'Practice Mail', user: 'practice', host: 'practice.example' } as const;

const written = [
  { name: 'welcome', date: new Date('2026-01-05T09:00:00Z') },
  { name: 'lunch', date: new Date('2026-01-06T11:30:00Z') },
  { name: 'end', date: new Date('2026-01-07T16:45:00Z') },
] as const;

export const letterCount = written.length;

/** Letters beyond ASCII as RFC 2047 writes them. */
const inHead = (text: string): string =>
  /^[\x20-\x7e]*$/u.test(text) ? text : `=?utf-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;

const { name, user, host } = letterWriter;

export function practiceLetters(words: (key: PracticeWord) => string): readonly PracticeLetter[] {
  return written.map((each) => {
    const subject = inHead(words(`letters.${each.name}`));
    const id = `<${each.name}@${host}>`;
    const lines = [
      `From: ${name} <${user}@${host}>`,
      `To: you@${host}`,
      `Subject: ${subject}`,
      `Date: ${each.date.toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: ${id}`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
    ];
    const head = `${lines.join('\r\n')}\r\n\r\n`;
    return { subject, date: each.date, id, head, text: `${words(`letters.${each.name}Text`)}\r\n` };
  });
}

export const sizeOf = ({ head, text }: PracticeLetter): number => Buffer.byteLength(head + text);
