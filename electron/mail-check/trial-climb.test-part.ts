// Climbs a ladder against a server of the tests and keeps what was reported. For tests only.

import type { Rung, RungState } from '../../shared/ladder.ts';
import type { MailServer, Service } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Climbed, MailLogin, Outcome } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import type { MailWay } from './mail-way.ts';
import { makeMailCheck } from './make-mail-check.ts';
import { makeTrust } from './trusted-roots.ts';

export const host = 'mail.test';
export const loginName = 'pat@example.test';
export const token = 'TOKEN123-tell-nobody-abcdefghijklmnopqrstuvwxyz';

export interface Trial {
  readonly outcome: Outcome<Climbed>;
  /** `name running`, `name passed`, … */
  readonly reported: readonly string[];
}

export interface TrialOptions {
  readonly service: Service;
  readonly port: number;
  readonly security?: MailServer['security'];
  readonly ca?: readonly string[];
  readonly host?: string;
  readonly loginName?: string;
  readonly token?: string;
  /** In place of the token. */
  readonly password?: string;
  /** Is given the way to bring the deadline on; without it the deadline is far off. */
  readonly onDeadlineSet?: (come: () => void) => void;
  readonly signal?: AbortSignal;
  readonly onRung?: (rung: Rung, state: RungState) => void;
  readonly way?: MailWay;
}

// The system's own roots are left out: tests must not differ from computer to computer.
const trust = makeTrust(async () => []);

export async function climb(options: TrialOptions): Promise<Trial> {
  const {
    service,
    port,
    security = 'tls',
    ca = [],
    onRung,
    onDeadlineSet,
    signal = new AbortController().signal,
  } = options;
  const check = makeMailCheck({
    way: options.way,
    now: Date.now,
    lookUp: async () => ['127.0.0.1'],
    trust,
    ...(onDeadlineSet
      ? {
          after: (_: number, call: () => void) => {
            onDeadlineSet(call);
            return () => {};
          },
        }
      : {}),
  });
  const login: MailLogin = {
    service,
    server: { host: options.host ?? host, port, security },
    loginName: options.loginName ?? loginName,
    by: options.password === undefined ? 'token' : 'password',
    secret: new Secret(options.password ?? options.token ?? token),
    ca,
  };
  const reported: string[] = [];
  const report = {
    rung: (rung: Rung, state: RungState) => {
      reported.push(`${rung} ${state.kind}`);
      onRung?.(rung, state);
    },
  };
  const outcome = await check.climb(login, report, { signal });
  return { outcome, reported };
}

/** The problem of a ladder that must break. */
export function problemIn(trial: Trial): Problem {
  if (trial.outcome.ok) throw new Error('The ladder held.');
  return trial.outcome.problem;
}

/** What a ladder that must hold has found. */
export function climbedIn(trial: Trial): Climbed {
  if (!trial.outcome.ok) throw new Error(`The ladder broke: ${JSON.stringify(trial.outcome.problem)}`);
  return trial.outcome.value;
}

/** Everything reported up to and with `rung`, all passed but the last where `last` says otherwise. */
export function rungsUpTo(rung: Rung, last: 'passed' | 'broken'): readonly string[] {
  const all: readonly Rung[] = ['name', 'connection', 'certificate', 'login', 'mailbox'];
  const climbed = all.slice(0, all.indexOf(rung) + 1);
  return climbed.flatMap((each) => [`${each} running`, `${each} ${each === rung ? last : 'passed'}`]);
}
