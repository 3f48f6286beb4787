// Letters that are told apart, with what mail programs get wrong: eight bits, a line that begins with a dot, one that begins with From.

export interface Letter {
  readonly subject: string;
  /** Lines without their ends. */
  readonly lines: readonly string[];
}

let written = 0;

export function writeLetter(about: string): Letter {
  written += 1;
  const mark = `${about} ${written}`;
  return {
    subject: `Tide table ${mark}`,
    lines: [`Grüße vom Hafen, ${mark} ⚓`, '.und ein Punkt', 'From here on: 潮'],
  };
}

const crlf = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`;

/** As a server keeps it. */
export function asMessage({ subject, lines }: Letter, to: string): string {
  return crlf([
    'From: Harbour <news@harbour.example>',
    `To: <${to}>`,
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...lines,
  ]);
}

/** Whether a text has all of it; mailbox files put a `>` before From. */
export const holdsLetter = (text: string, { subject, lines }: Letter): boolean =>
  text.includes(`Subject: ${subject}`) && lines.every((line) => text.includes(line));
