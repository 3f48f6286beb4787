// Signing in to Microsoft on another device. msal-node asks for the code and reads the tokens; its one question for them is our whole
// wait, because its own polling pauses without end when no interval was sent, gives up at `slow_down` and hears a cancel late.
import type { AuthenticationResult, DeviceCodeRequest } from '@azure/msal-node';
import type { Attempt, BegunDeviceSignIn, Outcome, SignInPlan } from '../../setup/outside-world.ts';
import { detailLines } from '../detail-lines.ts';
import { TroubleFound } from '../explain/sign-in-trouble.ts';
import { pollForApproval, pollIntervalMs } from '../poll-for-approval.ts';
import { settle } from '../settle.ts';
import { makeWire, type Wire, type WireParts } from '../wire/wire.ts';
import { microsoftGrant } from './microsoft-grant.ts';
import { scopesForMsal } from './microsoft-scopes.ts';
import { findMicrosoftService, type MicrosoftService } from './microsoft-service.ts';
import { type MsalClient, makeMsalClient, type Post, sendByWire } from './msal-client.ts';
import { readMsalError } from './read-msal-error.ts';

interface DeviceAnswer {
  readonly userCode: string;
  readonly page: string;
  readonly deadlineAt: number;
  readonly intervalMs: number;
}

interface Waiting {
  readonly wire: Wire;
  readonly signal: AbortSignal;
  /** Hears why the wait failed; msal passes on only that something did. */
  readonly failed: (error: unknown) => void;
}

interface Started {
  readonly answer: DeviceAnswer;
  /** Lets msal's question for the tokens begin. */
  readonly wait: (waiting: Waiting) => void;
  readonly result: Promise<AuthenticationResult | null>;
  readonly client: MsalClient;
  readonly request: DeviceCodeRequest;
}

function start(parts: WireParts, plan: SignInPlan, service: MicrosoftService, wire: Wire): Promise<Started> {
  let wait: (waiting: Waiting) => void = () => undefined;
  const waiting = new Promise<Waiting>((resolve) => {
    wait = resolve;
  });
  let answer: DeviceAnswer | null = null;
  const post: Post = async (url, options) => {
    if (!answer) return sendByWire(wire, 'POST', url, options);
    const { intervalMs, deadlineAt } = answer;
    const later = await waiting;
    const polled = pollForApproval({
      ask: () => sendByWire(later.wire, 'POST', url, options),
      trouble: () => later.wire.trouble(),
      intervalMs,
      deadlineAt,
      now: parts.now,
      signal: later.signal,
    });
    polled.catch(later.failed);
    return polled;
  };
  return new Promise((resolve, reject) => {
    const client = makeMsalClient(service, plan.clientId, wire, { post });
    const request: DeviceCodeRequest = {
      scopes: scopesForMsal(plan.scopes),
      deviceCodeCallback: ({ userCode, verificationUri, expiresIn, interval }) => {
        const lifeSeconds = Number.isFinite(expiresIn) ? expiresIn : 900;
        answer = {
          userCode,
          page: verificationUri,
          deadlineAt: parts.now() + lifeSeconds * 1000,
          intervalMs: pollIntervalMs(interval),
        };
        resolve({ answer, wait, result, client, request });
      },
    };
    const result = client.application.acquireTokenByDeviceCode(request);
    // Before the code is there it is this promise's failure; afterwards whoever waits for `result` sees it.
    result.catch(reject);
  });
}

export async function beginMicrosoftDevice(
  parts: WireParts,
  plan: SignInPlan,
  attempt: Attempt,
): Promise<Outcome<BegunDeviceSignIn>> {
  const wire = makeWire(parts, attempt.signal);
  return settle({ plan, phase: 'device', wire, read: readMsalError }, async () => {
    const service = await findMicrosoftService(plan.provider, wire);
    const { answer, wait, result, client, request } = await start(parts, plan, service, wire);
    const { userCode, page, deadlineAt } = answer;
    if (!userCode || !/^https:/iu.test(page))
      throw new TroubleFound({ kind: 'token-wrong', why: 'malformed', clockOffMs: null });
    return {
      userCode,
      page,
      deadlineAt,
      details: detailLines(
        {
          deviceEndpoint: service.tokenEndpoint.replace(/token$/u, 'devicecode'),
          clientId: plan.clientId,
          responseType: 'device_code',
          scopes: plan.scopes,
        },
        wire.last(),
      ),
      grant: (later) => {
        const polling = makeWire(parts, later.signal);
        later.signal.addEventListener('abort', () => Object.assign(request, { cancel: true }), { once: true });
        return settle({ plan, phase: 'device', wire: polling, read: readMsalError }, async () => {
          const failure = new Promise<never>((_resolve, failed) => {
            wait({ wire: polling, signal: later.signal, failed });
          });
          const tokens = await Promise.race([result, failure]);
          if (!tokens) throw new TroubleFound({ kind: 'device-too-late' });
          return microsoftGrant({ plan, service, client, result: tokens, wire: polling, now: parts.now() }, null);
        });
      },
    };
  });
}
