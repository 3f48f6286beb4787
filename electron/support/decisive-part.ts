// Cuts the decisive part out of a text: from the trace on, with the protocol's own words before it, never with what stands before
// those, which may be the end of a secret. Pure.

import { hideSecrets } from './hide-secrets.ts';
import type { Finding } from './trace.ts';

const longest = 200;
const lookAhead = 600;
/** "A1 NO ", "* BYE ", "-ERR ", "535 5.7.139 ", "535-5.7.8 ", "net::", "error=". */
const before =
  /(?:(?:^|[\s:"'(])(?:[A-Za-z]{0,3}\d{0,6}[ .]|\* )?(?:NO|BAD|BYE|-ERR) \[?(?:ALERT\] )?|[45]\d\d(?:[ -]|, b?['"])(?:[45]\.\d{1,3}\.\d{1,3} )?|\[|net::|error=|"error"\s?:\s?")$/u;

/** A reply's beginning, and plain words up to the trace: "535 5.7.139 Authentication unsuccessful, ". */
const replyBefore =
  /(?:^|\n)(?:[A-Za-z]{0,3}\d{0,6}[ .]|\* )?(?:NO|BAD|BYE|-ERR|[45]\d\d)[ -](?:[45]\.\d{1,3}\.\d{1,3} )?(?:\[ALERT\] )?(?:[A-Za-z']{1,16}[,.:]? ){0,8}$/u;

/** One line of at most 200 characters. */
export function decisivePart({ text, at, end, kind }: Finding): string {
  const ahead = text.slice(Math.max(0, at - 160), at);
  const led = (replyBefore.exec(ahead) ?? before.exec(ahead.slice(-40)))?.[0] ?? '';
  const start = at - led.length;
  if (kind === 'challenges') return cut(hideSecrets(text.slice(at, end)));
  const tail = text.slice(end, end + lookAhead);
  const lineEnd = tail.indexOf('\n');
  const more = lineEnd < 0 ? tail : tail.slice(0, lineEnd);
  return cut(hideSecrets(text.slice(start, end) + more).replace(/^[\s:"'(]+/u, ''));
}

function cut(line: string): string {
  if (line.length <= longest) return line;
  const short = line.slice(0, longest - 1);
  const space = short.lastIndexOf(' ');
  return `${short.slice(0, space > longest / 2 ? space : longest - 1)}…`;
}
