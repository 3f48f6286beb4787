// Every message between window and main, in one table. Requests go in and are answered "accepted" or "refused, because";
// what happened then is in the next snapshot of `PostkeyState`, on the one channel back.
import * as z from 'zod/mini';
import { endpointsSchema, httpsUrl, mailServerSchema, services, signInKinds } from './mail-provider.ts';
import { mailPrograms, practiceFailures } from './setup-state.ts';
import { setupSteps } from './setup-steps.ts';

const line = (max: number) => z.string().check(z.maxLength(max));
const nothing = z.strictObject({});

export const requests = {
  /** Sent once when the window is ready; the first snapshot follows. */
  'window.ready': nothing,
  'setup.start': z.strictObject({ practice: z.boolean() }),
  'setup.abandon': nothing,
  /** Open a closed or stopped step again; it and what rests on it is done anew. */
  'setup.reopen': z.strictObject({ step: z.enum(setupSteps) }),
  /** Run a stopped step again. */
  'setup.retry': z.strictObject({ step: z.enum(setupSteps) }),
  'understand.address': z.strictObject({ address: line(400), signsInAs: z.optional(line(400)) }),
  'understand.choose': z.strictObject({
    signIn: z.enum(signInKinds),
    issuer: z.optional(line(2048)),
    servers: z.optional(
      z.strictObject({
        imap: z.optional(mailServerSchema),
        pop: z.optional(mailServerSchema),
        smtp: z.optional(mailServerSchema),
      }),
    ),
  }),
  'understand.confirm': z.strictObject({ wanted: z.array(z.enum(services)).check(z.minLength(1), z.maxLength(3)) }),
  /** What a person typed about the registration; steps 2 and 3 in one form each, either may be sent first. */
  'register.own': z.strictObject({
    tenant: z.optional(line(256)),
    issuer: z.optional(line(2048)),
    endpoints: z.optional(endpointsSchema),
    scopes: z.optional(z.array(line(512)).check(z.maxLength(30))),
  }),
  'credentials.type': z.strictObject({ clientId: line(4000), clientSecret: z.optional(line(4000)) }),
  'credentials.googleFile': z.strictObject({ text: line(6_000_000) }),
  'credentials.openGoogleFile': nothing,
  'flow.choose': z.strictObject({ way: z.enum(['browser', 'device']) }),
  'request.signIn': nothing,
  'response.copyLink': nothing,
  'response.openIn': z.strictObject({ browser: line(200) }),
  'response.paste': z.strictObject({ text: line(20_000) }),
  'response.moreTime': nothing,
  'response.cancel': nothing,
  'token.decide': z.strictObject({
    decision: z.enum(['sign-in-again', 'use-signed-in-address', 'shared-mailbox', 'go-on']),
  }),
  'store.decide': z.strictObject({ decision: z.enum(['try-again', 'this-session']) }),
  'configure.choose': z.strictObject({
    programs: z.array(z.enum(mailPrograms)).check(z.maxLength(mailPrograms.length)),
  }),
  'test.editServer': z.strictObject({ service: z.enum(services), server: mailServerSchema }),
  'test.finishWithout': nothing,
  'setup.finish': nothing,
  'account.check': z.strictObject({ id: line(64) }),
  'account.signInAgain': z.strictObject({ id: line(64) }),
  'account.remove': z.strictObject({ id: line(64) }),
  'practice.play': z.strictObject({ failure: z.nullable(z.enum(practiceFailures)) }),
  'preset.take': z.strictObject({ name: line(400), text: line(6_000_000) }),
  'preset.open': nothing,
  'notice.dismiss': z.strictObject({ id: line(100) }),
  'settings.theme': z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }),
  'settings.language': z.strictObject({ language: line(20) }),
  'clipboard.copy': z.strictObject({ text: line(4000) }),
  /** Opens a page in the person's browser; main refuses what is not on the list built from provider data. */
  'link.open': z.strictObject({ url: httpsUrl }),
} as const;

export type RequestName = keyof typeof requests;
export type RequestInput<N extends RequestName> = z.infer<(typeof requests)[N]>;

export const refusalCodes = [
  'address-empty',
  'address-no-at',
  'address-two-ats',
  'address-space',
  'address-no-name',
  'address-no-domain',
  'address-no-dot',
  'address-name-odd',
  'address-domain-odd',
  'address-too-long',
  'shared-same-address',
  'host-empty',
  'host-scheme',
  'host-port',
  'host-path',
  'host-space',
  'host-is-address',
  'host-odd',
  'port-odd',
  'issuer-empty',
  'issuer-not-https',
  'issuer-odd',
  'tenant-odd',
  'scopes-odd',
  'no-server',
  'client-id-empty',
  'client-id-space',
  'client-id-sentence',
  'client-id-is-secret',
  'client-id-is-file',
  'client-id-is-address',
  'client-id-odd',
  'client-id-too-long',
  'client-id-not-microsoft',
  'client-id-not-google',
  'secret-odd',
  'secret-is-client-id',
  'google-file-not-json',
  'google-file-web-client',
  'google-file-service-account',
  'google-file-other-json',
  'google-file-too-large',
  'paste-empty',
  'paste-not-understood',
  'paste-older-try',
  'paste-no-answer-in-it',
  'preset-not-json',
  'preset-too-large',
  'preset-wrong-fields',
  'preset-not-https',
  'preset-newer-version',
  'file-unreadable',
  'file-not-chosen',
  'browser-not-found',
  'link-not-allowed',
  'not-now',
  'account-gone',
  'account-exists',
  'language-unknown',
  'input-malformed',
  'unexpected',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** `field` names the input it belongs to; `values` fill the words; neither holds what was typed into a secret's field. */
export type Answer =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      readonly refusal: RefusalCode;
      readonly field?: string;
      readonly values?: Readonly<Record<string, string | number>>;
    };

export const accepted: Answer = { accepted: true };

/** What the preload puts on `window.postkey`. */
export interface PostkeyWindow {
  request<N extends RequestName>(name: N, input: RequestInput<N>): Promise<Answer>;
  /** Calls back with each snapshot, the newest first; returns how to stop. */
  onState(listener: (state: import('./setup-state.ts').PostkeyState) => void): () => void;
}
