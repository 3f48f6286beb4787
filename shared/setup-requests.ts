// What the window asks for while an account is set up, step by step; a part of the table in `ipc-contract.ts`.
import * as z from 'zod/mini';
import { mailPrograms } from './mail-program.ts';
import { accountSignIns, endpointsSchema, mailServerSchema, services } from './mail-provider.ts';
import { setupSteps } from './setup-steps.ts';

const line = (max: number) => z.string().check(z.maxLength(max));
const nothing = z.strictObject({});

export const setupRequests = {
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
} as const;
