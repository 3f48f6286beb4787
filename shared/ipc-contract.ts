// Every message between window and main, in one table. Requests go in and are answered "accepted" or "refused, because";
// what happened then is in the next snapshot of `PostkeyState`, on the one channel back.
import * as z from 'zod/mini';
import { caseRequests } from './case-requests.ts';
import { mailPrograms } from './mail-program.ts';
import { accountSignIns, endpointsSchema, httpsUrl, mailServerSchema, services } from './mail-provider.ts';
import type { PostkeyState } from './postkey-state.ts';
import { practiceFailures } from './practice-failures.ts';
import { setupSteps } from './setup-steps.ts';

const line = (max: number) => z.string().check(z.maxLength(max));
const nothing = z.strictObject({});

export const requests = {
  /** Sent once when the window is ready; the first snapshot follows. */
  'window.ready': nothing,
  'setup.start': z.strictObject({ practice: z.boolean() }),
  /** Ends the one in progress; those set aside stay. */
  'setup.abandon': nothing,
  /** While step 6 waits for approval: it goes on waiting out of sight, and the account list is shown. */
  'setup.setAside': nothing,
  'setup.takeUp': z.strictObject({ id: line(64) }),
  /** Gives up one that was set aside. */
  'setup.cancelAside': z.strictObject({ id: line(64) }),
  /** Open a closed or stopped step again; it and what rests on it is done anew. */
  'setup.reopen': z.strictObject({ step: z.enum(setupSteps) }),
  /** Run a stopped step again. */
  'setup.retry': z.strictObject({ step: z.enum(setupSteps) }),
  'understand.address': z.strictObject({ address: line(400), signsInAs: z.optional(line(400)) }),
  'understand.choose': z.strictObject({
    signIn: z.enum(accountSignIns),
    issuer: z.optional(line(2048)),
    servers: z.optional(
      z.strictObject({
        imap: z.optional(mailServerSchema),
        pop: z.optional(mailServerSchema),
        smtp: z.optional(mailServerSchema),
      }),
    ),
    /** Where it is not the address; for every service. */
    loginName: z.optional(line(320)),
  }),
  /** Another one of `candidates`, by its place in the list. */
  'understand.pick': z.strictObject({ candidate: z.int().check(z.gte(0), z.lte(20)) }),
  /** Puts a server or login name over what was found; null takes it back. */
  'understand.overrule': z.strictObject({
    service: z.enum(services),
    server: z.nullable(mailServerSchema),
    loginName: z.optional(line(320)),
  }),
  'understand.confirm': z.strictObject({
    wanted: z.array(z.enum(services)).check(z.minLength(1), z.maxLength(3)),
    /** The person has read the servers' domains and says that they are right; asked for when the provider is `unsure`. */
    serversAreRight: z.optional(z.boolean()),
    /** The provider gives nobody a registration, but this person has one: the sign-in page instead of the password. */
    ownRegistration: z.optional(z.boolean()),
  }),
  /** What a person typed about the registration; steps 2 and 3 in one form each, either may be sent first. */
  'register.own': z.strictObject({
    tenant: z.optional(line(256)),
    issuer: z.optional(line(2048)),
    endpoints: z.optional(endpointsSchema),
    scopes: z.optional(z.array(line(512)).check(z.maxLength(30))),
  }),
  'credentials.type': z.strictObject({
    clientId: line(4000),
    clientSecret: z.optional(line(4000)),
    /** Its last day, `2027-05-31`; empty: not known. */
    secretEndsOn: z.optional(line(40)),
  }),
  'credentials.googleFile': z.strictObject({ text: line(6_000_000) }),
  'credentials.openGoogleFile': nothing,
  'flow.choose': z.strictObject({ way: z.enum(['browser', 'device', 'password']) }),
  /** The password of the way `password`, or of the services that take no token. Straight to the vault. */
  'flow.password': z.strictObject({ password: line(2000) }),
  'request.signIn': nothing,
  'response.copyLink': nothing,
  'response.openIn': z.strictObject({ browser: line(200) }),
  'response.paste': z.strictObject({ text: line(20_000) }),
  'response.moreTime': nothing,
  'response.cancel': nothing,
  /** The page in the browser says that an administrator has to approve, and never comes back. */
  'response.approvalPage': nothing,
  /** The request for approval has left this computer. */
  'approval.sent': z.strictObject({ by: z.enum(['mail', 'copy', 'file']) }),
  /** Signs in without mail, so that Postkey can see by itself when approval comes. */
  'approval.watch': nothing,
  'approval.checkNow': nothing,
  /** The letter about this cause has left this computer. */
  'it.asked': z.strictObject({ step: z.enum(setupSteps), code: line(64), by: z.enum(['mail', 'copy', 'file']) }),
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
  /** Its own page; the list again by `account.close`. */
  'account.open': z.strictObject({ id: line(64) }),
  'account.close': nothing,
  'account.check': z.strictObject({ id: line(64) }),
  /** Tries what the set-up was finished without, with the key there is; what passes is wanted again. */
  'account.tryLeftOut': z.strictObject({ id: line(64) }),
  'account.signInAgain': z.strictObject({ id: line(64) }),
  /** Begins to take it away, after the person has been asked; `PostkeyState.leaving` shows how it goes. */
  'account.remove': z.strictObject({ id: line(64) }),
  /** Once more what did not work, or one more look whether the old key still opens the mailbox. */
  'leaving.retry': nothing,
  /** Without what did not work. */
  'leaving.goOn': nothing,
  /** The account stays; only before anything was deleted. */
  'leaving.keep': nothing,
  'leaving.putAway': nothing,
  /** Any message from anywhere; what it means is `explained` in the next snapshot. */
  'help.explain': z.strictObject({ text: line(100_000) }),
  'help.forget': nothing,
  ...caseRequests,
  'practice.play': z.strictObject({ failure: z.nullable(z.enum(practiceFailures)) }),
  /** Practice from its first step, with this failure played from the beginning. */
  'practice.playAnew': z.strictObject({ failure: z.enum(practiceFailures) }),
  'preset.take': z.strictObject({ name: line(400), text: line(6_000_000) }),
  'preset.open': nothing,
  'notice.dismiss': z.strictObject({ id: line(100) }),
  'settings.theme': z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }),
  'settings.language': z.strictObject({ language: line(20) }),
  'clipboard.copy': z.strictObject({ text: line(20_000) }),
  /** Opens the person's mail program with a letter in it; nothing is sent by Postkey. */
  'letter.mail': z.strictObject({
    to: z.optional(line(320)),
    subject: line(300),
    body: line(20_000),
    /** Stands in the mail where the letter is too long for it; the letter is on the clipboard then. */
    whenTooLong: z.optional(line(600)),
  }),
  /** Saves a text where the person says. */
  'letter.save': z.strictObject({ name: line(100), text: line(40_000) }),
  /** Saves the logo for a provider's console where the person says. */
  'guide.saveLogo': nothing,
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
  'date-odd',
  'date-past',
  'password-empty',
  'password-odd',
  'password-is-address',
  'login-name-odd',
  'servers-not-confirmed',
  'google-file-not-json',
  'google-file-web-client',
  'google-file-service-account',
  'google-file-other-json',
  'google-file-too-large',
  'message-empty',
  'paste-empty',
  'paste-not-understood',
  'paste-older-try',
  'paste-no-answer-in-it',
  'preset-not-json',
  'preset-too-large',
  'preset-wrong-fields',
  'preset-not-https',
  'preset-newer-version',
  'case-too-large',
  'case-none',
  'case-damaged',
  'case-newer',
  'case-not-written',
  'folder-not-opened',
  'file-unreadable',
  'file-not-chosen',
  'file-not-saved',
  'mail-program-not-found',
  'browser-not-found',
  'link-not-allowed',
  'not-now',
  'account-gone',
  'account-exists',
  'set-up-waiting',
  'too-many-waiting',
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
  onState(listener: (state: PostkeyState) => void): () => void;
}
