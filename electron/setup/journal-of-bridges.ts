// The log's lines about bridges: what was switched, which doors stand how, which program came or went by its kind. Pure. Of the password
// that a snapshot may carry nothing is read here.
import type { BridgeDoorView, BridgeView } from '../../shared/bridge.ts';
import { problemStamp } from '../../shared/problem.ts';

export interface BridgeLine {
  readonly level: 'info' | 'warn';
  readonly text: string;
}

const info = (text: string): BridgeLine => ({ level: 'info', text });
const warn = (text: string): BridgeLine => ({ level: 'warn', text });
const nameOfDoor = ({ service, security, port }: BridgeDoorView): string => `${service} ${security} port ${port}`;

/** `nameOf`: a mailbox's stand-in. */
export function bridgeLines(
  before: readonly BridgeView[],
  now: readonly BridgeView[],
  nameOf: (address: string) => string,
): readonly BridgeLine[] {
  const known = now.flatMap((bridge) => {
    const was = before.find(({ accountId }) => accountId === bridge.accountId);
    return changesOf(was, bridge).map(({ level, text }) => ({ level, text: `${nameOf(bridge.loginName)} ${text}` }));
  });
  const gone = before.filter(({ accountId }) => !now.some((each) => each.accountId === accountId));
  return [...known, ...gone.map(({ loginName }) => info(`${nameOf(loginName)} bridge gone`))];
}

function changesOf(was: BridgeView | undefined, is: BridgeView): readonly BridgeLine[] {
  const switched = was?.isOn === is.isOn ? [] : [info(`bridge ${is.isOn ? 'on' : 'off'}`)];
  const doors = is.doors.flatMap((door) => {
    const old = was?.doors.find(({ port }) => port === door.port);
    if ((old?.state ?? 'closed') === door.state) return [];
    const line = `door ${nameOfDoor(door)} ${door.state}`;
    return [door.state === 'taken' ? warn(line) : info(line)];
  });
  const made = is.programs.filter(({ id }) => was && !was.programs.some((each) => each.id === id));
  const takenBack = (was?.programs ?? []).filter(({ id }) => !is.programs.some((each) => each.id === id));
  const { refusal } = is;
  const refused =
    refusal && refusal.at !== was?.refusal?.at
      ? [warn(`refused at ${refusal.service}: ${problemStamp('test', refusal.problem)} ${refusal.problem.code}`)]
      : [];
  return [
    ...switched,
    ...doors,
    ...made.map(({ program }) => info(`password made for ${program}`)),
    ...takenBack.map(({ program }) => info(`password of ${program} taken back`)),
    ...refused,
  ];
}
