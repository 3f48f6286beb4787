// Finds what a mail server says inside the challenge of a token login: JSON, as base64 or already decoded (RFC 7628 section 3.2.2,
// Google's XOAUTH2 page). Pure; decodes without Node, so that it runs anywhere.
import { entriesWith } from './catalogue.ts';
import type { Trace } from './trace.ts';

const encoded = /eyJ[A-Za-z0-9+/]{12,1500}={0,2}/gu;
const statusOf = /"status"\s{0,4}:\s{0,4}"([A-Za-z0-9_]{3,30})"/u;
/** Other services put a status into their JSON too; a challenge names schemes or a scope beside it. */
const open = /\{[^{}]{0,300}"status"\s{0,4}:\s{0,4}"[^{}]{0,300}\}/gu;
const mostChallenges = 50;

function decoded(base64: string): string {
  const bare = base64.replace(/=+$/u, '');
  try {
    return atob(bare.slice(0, bare.length - (bare.length % 4 === 1 ? 1 : 0)));
  } catch {
    return '';
  }
}

function traceOf(json: string, at: number): readonly Trace[] {
  const trace = statusOf.exec(json)?.[1];
  if (trace === undefined || !/"(?:schemes|scope|openid-configuration)"/u.test(json)) return [];
  if (entriesWith('challenges', trace).length === 0) return [];
  const text = json.slice(0, json.lastIndexOf('}') + 1);
  return [{ kind: 'challenges', trace, text: text.padStart(at + text.length), at, end: at + text.length }];
}

/** `text` of a trace is the challenge decoded, moved to where it stood. */
export function findChallenges(text: string, joined: string): readonly Trace[] {
  const found: Trace[] = [];
  for (const source of [text, joined]) {
    for (const match of [...source.matchAll(encoded)].slice(0, mostChallenges)) {
      found.push(...traceOf(decoded(match[0]), match.index));
    }
  }
  for (const match of [...text.matchAll(open)].slice(0, mostChallenges)) found.push(...traceOf(match[0], match.index));
  return found;
}
