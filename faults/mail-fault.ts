// What the three lists of mail faults share: a reply in place of the one that was hoped for, and how a challenge looks on the wire.
import type { Talk } from '../electron/mail-check/scripted-server.test-part.ts';
import type { Service } from '../shared/mail-provider.ts';
import type { Fault } from './fault.ts';
import { ladderMs, type MailMeeting, meetMail } from './mail-trial.ts';

type Met = Pick<Fault, 'causes' | 'actor'> & Pick<MailMeeting, 'script' | 'by' | 'loginName' | 'host'>;

/** A fault that only the ladder of this service can meet. */
export const mailFault = (
  service: Service,
  id: string,
  injected: string,
  { causes, actor, ...meeting }: Met,
): Fault => ({
  id: `${service}-${id}`,
  group: `mail-${service}`,
  injected,
  deadlineMs: ladderMs,
  causes,
  actor,
  run: (signal) => meetMail({ service, ...meeting }, signal),
});

/** A reply to the login, with its cause and who acts by it. */
export type Refusal = readonly [id: string, reply: string, cause: Fault['causes'][number], actor: Fault['actor']];

export const cause = (code: Fault['causes'][number], actor: Fault['actor']) => ({ causes: [code], actor }) as const;

const base64 = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64');

/** Google's page on XOAUTH2: an HTTP status as text. */
export const googleChallenge = (status: '400' | '401') =>
  base64({ status, schemes: 'Bearer', scope: 'https://mail.google.com/' });

/** RFC 7628 section 3.2.2. */
export const standardChallenge = (status: string, scope?: string) =>
  base64(scope === undefined ? { status } : { status, scope });

/** A megabyte without the end of a line, in pieces, as long as the client takes it. */
export const megabyte = (talk: Talk, begin = ''): void => {
  talk.raw(begin);
  for (let piece = 0; piece < 64; piece += 1) talk.raw('x'.repeat(16 * 1024));
};
