// What is worth a line in the log: what changed from one snapshot to the next, for whoever helps later. Pure. Addresses become their
// mailbox's name; texts that people or servers wrote are left out, codes and times stay.

import type { AccountView, WatchView } from '../../shared/account-state.ts';
import { watchedStamp } from '../../shared/cause-steps.ts';
import type { Ladder } from '../../shared/ladder.ts';
import { rungs } from '../../shared/ladder.ts';
import { services } from '../../shared/mail-provider.ts';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import { problemStamp } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { setupSteps } from '../../shared/setup-steps.ts';
import type { StandIns } from '../../shared/stand-in-names.ts';
import type { StepStatus } from '../../shared/step-status.ts';
import { bridgeLines } from './journal-of-bridges.ts';

export interface JournalLine {
  readonly level: 'info' | 'warn';
  readonly room: 'setup' | 'approval' | 'watch' | 'bridge' | 'window';
  readonly text: string;
}

type Said = Omit<JournalLine, 'room'>;
type NameOf = (address: string | undefined) => string;

const info = (text: string): Said => ({ level: 'info', text });
const warn = (text: string): Said => ({ level: 'warn', text });
const minutes = (from: number, until: number): string => `${Math.max(0, Math.round((until - from) / 60_000))} min`;

/** The lines for what `now` has that `before` had not; the first snapshot only says what is there. */
export function journalOf(before: PostkeyState | null, now: PostkeyState, names: StandIns): readonly JournalLine[] {
  const nameOf: NameOf = (address) => (address === undefined ? 'mailbox-none' : names.nameOf('mailbox', address));
  const lines = (room: JournalLine['room'], said: readonly Said[]) => said.map((each) => ({ ...each, room }));
  return [
    ...lines('setup', setupLines(before?.setup, now.setup, nameOf)),
    ...lines('approval', asideLines(before, now, nameOf)),
    ...lines('watch', accountLines(before?.accounts ?? [], now.accounts, nameOf)),
    ...lines('bridge', bridgeLines(before?.bridges ?? [], now.bridges, nameOf)),
    ...lines('window', noticeLines(before, now)),
  ];
}

function setupLines(before: SetupView | undefined, now: SetupView | undefined, nameOf: NameOf): readonly Said[] {
  if (!now) return before ? [info(`${nameOf(before.address)} set-up closed`)] : [];
  const who = nameOf(now.address);
  const same = before?.id === now.id ? before : undefined;
  const kind = now.practice ? `${now.purpose}, practice` : now.purpose;
  const begun = same ? [] : [info(`${who} set-up opened, ${kind}, at ${now.current}`)];
  const steps = setupSteps.flatMap((step) => {
    const [was, is] = [same?.steps[step], now.steps[step]];
    return isSameStatus(was, is) ? [] : [stepLine(`${who} step ${step}`, is, step)];
  });
  const ladders = now.ladders.flatMap((ladder) => {
    const was = same?.ladders.find((each) => each.service === ladder.service);
    const ended = ladder.state === 'passed' || ladder.state === 'broken';
    return ended && was?.state !== ladder.state ? [ladderLine(who, ladder)] : [];
  });
  return [...begun, ...ladders, ...steps];
}

/** A first snapshot has no before: only what has happened is told then. */
function isSameStatus(was: StepStatus | undefined, is: StepStatus): boolean {
  if (was === undefined) return is.kind === 'waiting';
  if (was.kind !== is.kind) return false;
  if (was.kind === 'working' && is.kind === 'working') return was.activity === is.activity;
  return !('problem' in was && 'problem' in is) || was.problem.code === is.problem.code;
}

function stepLine(begin: string, status: StepStatus, step: (typeof setupSteps)[number]): Said {
  switch (status.kind) {
    case 'working':
      return info(`${begin} works: ${status.activity}`);
    case 'needs-you':
      return info(`${begin} waits for the person`);
    case 'done':
      return info(`${begin} done: ${status.fact.code} ${status.ms} ms`);
    case 'noted':
      return warn(`${begin} noted: ${problemStamp(step, status.problem)} ${status.problem.code} ${status.ms} ms`);
    case 'failed': {
      const { code, logReference } = status.problem;
      const reference = logReference === undefined ? '' : ` [${logReference}]`;
      return warn(`${begin} stopped: ${problemStamp(step, status.problem)} ${code}${reference}`);
    }
    case 'skipped':
      return info(`${begin} skipped: ${status.reason}`);
    case 'waiting':
      return info(`${begin} open again`);
  }
}

function ladderLine(who: string, { service, server, rungs: climbed, state, totalMs, problem }: Ladder): Said {
  const times = rungs.flatMap((rung) => {
    const at = climbed[rung];
    return at.kind === 'passed' || at.kind === 'broken' ? [`${rung} ${at.kind} ${at.ms} ms`] : [];
  });
  const cause = problem ? `, ${problemStamp('test', problem)} ${problem.code}` : '';
  const text = `${who} ${service} port ${server.port} ${state} ${totalMs ?? 0} ms (${times.join(', ')})${cause}`;
  return problem ? warn(text) : info(text);
}

function asideLines(before: PostkeyState | null, now: PostkeyState, nameOf: NameOf): readonly Said[] {
  const was = before?.aside ?? [];
  const changed = now.aside.flatMap((each) => {
    const old = was.find(({ id }) => id === each.id);
    const who = nameOf(each.address);
    if (old?.state !== each.state) return [info(`${who} set aside: ${each.state}`)];
    return old.lastCheckAt === each.lastCheckAt ? [] : [info(`${who} set aside: asked whether approved`)];
  });
  const gone = was.filter(({ id }) => !now.aside.some((each) => each.id === id));
  return [...changed, ...gone.map(({ address }) => info(`${nameOf(address)} no longer set aside`))];
}

function accountLines(before: readonly AccountView[], now: readonly AccountView[], nameOf: NameOf): readonly Said[] {
  const known = now.flatMap((account) => {
    const old = before.find(({ id }) => id === account.id);
    const who = nameOf(account.address);
    const added = old ? [] : [info(`${who} account ${account.practice ? 'practice ' : ''}${account.keeping.store}`)];
    return [...added, ...lookLines(who, old?.watch, account.watch)];
  });
  const gone = before.filter(({ id }) => !now.some((each) => each.id === id));
  return [...known, ...gone.map(({ address }) => info(`${nameOf(address)} account removed`))];
}

function lookLines(who: string, before: WatchView | undefined, now: WatchView | undefined): readonly Said[] {
  if (!now || now.lastCheckAt === before?.lastCheckAt) return [];
  const seen = services.flatMap((service) => {
    const verdict = now.services[service];
    return verdict === undefined ? [] : [`${service} ${verdict}`];
  });
  const cause = now.problem ? `, ${watchedStamp(now.problem.code, now.services)} ${now.problem.code}` : '';
  const looked = `${who} looked: ${seen.join(', ') || 'no server asked'}${cause}, next in ${minutes(now.lastCheckAt, now.nextCheckAt)}`;
  const renewed =
    before?.validUntil !== undefined && now.validUntil !== undefined && now.validUntil > before.validUntil;
  return [
    ...(renewed && now.validUntil
      ? [info(`${who} renewed, good for ${minutes(now.lastCheckAt, now.validUntil)}`)]
      : []),
    now.problem ? warn(looked) : info(looked),
    ...(now.ladders ?? []).filter(({ state }) => state === 'broken').map((ladder) => ladderLine(who, ladder)),
  ];
}

function noticeLines(before: PostkeyState | null, now: PostkeyState): readonly Said[] {
  const fresh = now.notices.filter(
    ({ id, code }) => !before?.notices.some((old) => old.id === id && old.code === code),
  );
  return fresh.map(({ code, values }) => {
    const { refusal } = values;
    return info(refusal === undefined ? `notice ${code}` : `notice ${code}: ${refusal}`);
  });
}
