// The message a person can send to their IT: who asks, where and when it stopped, the code, what the server said, what has to be
// done. Speaks to an administrator. No secret is in a problem, so none is in here.
import type { TFunction } from 'i18next';
import type { ItStep } from '../../shared/it-requests/it-request.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemStamp } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { writeItRequest } from '../letters/write-it-request.ts';
import { formatLocale } from './format-locale.ts';

interface MessageOf {
  readonly problem: Problem;
  readonly address: string;
  /** Who signs in, where that is someone else than the mailbox. */
  readonly signsInAs?: string | undefined;
  readonly organisation?: string | undefined;
  readonly provider?: string | undefined;
  /** What exactly has to be done; its words are `it-request`. */
  readonly steps?: readonly ItStep[] | undefined;
  readonly clientId?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface ProblemOf extends MessageOf {
  readonly step: StepId;
}

/** A message from elsewhere has no step of its own: `code` as on a stamp. */
export interface ExplainedOf extends MessageOf {
  readonly code: string;
}

/** With the time zone: IT looks it up in a log that may be kept in another one. */
function writeInstant(language: string, instant: number): string {
  return new Intl.DateTimeFormat(formatLocale(language), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(instant);
}

/** Plain text, at most 15,000 characters: what the letter's requests take. */
export function problemMessage(t: TFunction, language: string, about: ProblemOf): string {
  const intro = about.address === '' ? 'window:cause.message.introUnknown' : 'window:cause.message.intro';
  return message(t, language, about, problemStamp(about.step, about.problem), intro);
}

/** The same about a message that a person pasted, whichever program it came from. */
export function explainedMessage(t: TFunction, language: string, about: ExplainedOf): string {
  const intro = about.address === '' ? 'it-request:letter.explainedUnknown' : 'it-request:letter.explained';
  return message(t, language, about, about.code, intro);
}

function message(t: TFunction, language: string, about: MessageOf, code: string, introKey: string): string {
  const { problem, address, signsInAs, organisation, provider, steps = [], clientId, now } = about;
  const plain = { interpolation: { escapeValue: false } };
  const said = (key: string, values: Readonly<Record<string, string | number | undefined>> = {}): string =>
    t(key, { ...values, ...plain });
  const { host, port, service } = problem.facts;
  // Problems that IT does not mend have no words for IT; the person's own are the next best.
  const toDo = said(`problems:${problem.code}.it`, {
    ...problem.facts,
    defaultValue: said(`problems:${problem.code}.next`, problem.facts),
  });
  const facts = [
    organisation === undefined ? '' : said('window:cause.message.organisation', { organisation }),
    provider === undefined ? '' : said('window:cause.message.provider', { provider }),
    signsInAs === undefined ? '' : said('window:cause.message.signsIn', { signsInAs }),
    host === undefined || port === undefined ? '' : said('window:cause.message.server', { host, port }),
    service === undefined
      ? ''
      : said('window:cause.message.service', {
          service: said(`window:services.${service}`, { defaultValue: String(service) }),
        }),
    said('window:cause.message.time', { time: writeInstant(language, now) }),
    said('window:cause.message.code', { code }),
    said('window:cause.message.what', { what: said(`problems:${problem.code}.what`, problem.facts) }),
    problem.serverSaid === undefined ? '' : said('window:cause.message.serverSaid', { serverSaid: problem.serverSaid }),
  ].filter((line) => line !== '');
  const intro = said(introKey, { address });
  const request = writeItRequest(said, steps, clientId);
  return [intro, facts.join('\n'), request === '' ? said('window:cause.message.toDo', { toDo }) : request]
    .join('\n\n')
    .slice(0, 15_000);
}
