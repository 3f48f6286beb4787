// Asks the loopback as a browser would, over each address it listens on, to see that nothing on this computer stands between.

import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { problemOf } from '../../../shared/problem.ts';
import type { DetailLine } from '../../../shared/setup-state.ts';
import type { Attempt, Outcome } from '../../setup/outside-world.ts';
import { type ListeningParts, openListening } from './open-listening.ts';

const probeMs = 5_000;

/** A whole small sign-in: the first request must be taken with its own words, the others must meet the same listener. */
export async function probeLoopback(
  attempt: Attempt,
  parts: ListeningParts,
): Promise<Outcome<{ readonly details: readonly DetailLine[] }>> {
  const opened = await openListening({ host: '127.0.0.1', deadlineMs: probeMs, providerName: '' }, attempt, {
    ...parts,
    // The second address meets "already taken" on purpose.
    onRefused: () => {},
  });
  if (!opened.ok) return opened;
  const { listening, port, addresses } = opened.value;
  const state = randomBytes(16).toString('base64url');
  const nonce = randomBytes(16).toString('base64url');
  const details: DetailLine[] = [];
  try {
    listening.expect(state);
    for (const address of addresses) {
      const startedAt = parts.clock.now();
      const status = await ask(address, port, `/?code=${nonce}&state=${state}`, attempt);
      const name = address === '::1' ? '[::1]' : address;
      const isFirst = address === addresses[0];
      const isRight = status === (isFirst ? 200 : 410);
      details.push({
        label: 'loopback',
        value: `${name}:${port} ${isRight ? `${Math.round(parts.clock.now() - startedAt)} ms` : (status ?? '–')}`,
      });
      if (attempt.signal.aborted) return { ok: false, problem: problemOf('took-too-long') };
      // Browsers fall back from ::1 to 127.0.0.1 by themselves; without 127.0.0.1 nothing arrives.
      if (isFirst && !isRight) return blocked(status === null ? 'no-reply' : `status-${status}`);
    }
    // Closing hands over what was taken; a stranger's reply took nothing.
    listening.close();
    const answer = await listening.answer;
    return answer.ok && answer.value['code'] === nonce ? { ok: true, value: { details } } : blocked('stranger');
  } finally {
    listening.close();
  }
}

function blocked(reason: string): Outcome<never> {
  return { ok: false, problem: problemOf('loopback-blocked', { reason }) };
}

/** The status, or null when nothing came back before the listener's own deadline closed it. */
function ask(address: string, port: number, path: string, attempt: Attempt): Promise<number | null> {
  return new Promise((resolve) => {
    const asking = request(
      {
        host: address,
        port,
        path,
        agent: false,
        signal: attempt.signal,
        timeout: probeMs,
        headers: { Connection: 'close' },
      },
      (reply) => {
        reply.resume();
        resolve(reply.statusCode ?? null);
      },
    );
    asking.once('timeout', () => asking.destroy());
    asking.once('error', () => resolve(null));
    asking.once('close', () => resolve(null));
    asking.end();
  });
}
