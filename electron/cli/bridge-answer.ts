// What `postkey bridge` prints: for a person to read, or as JSON for programs. Pure; every sentence comes from the words.
import type { ToldBridge } from '../../shared/bridge-answer.ts';

export type SayBridge = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** One JSON document; its fields stay: see the command line's page. */
export function bridgesAsJson(bridges: readonly ToldBridge[]): string {
  return `${JSON.stringify({ bridges }, null, 2)}\n`;
}

function linesOf({ address, isOn, doors, programs }: ToldBridge, say: SayBridge): readonly string[] {
  const state = isOn ? 'on' : 'off';
  return [
    say(`bridge.${state}`, { address, count: programs }),
    ...doors.map(({ service, security, port, state: is, holder }) =>
      say(`bridge.doors.${security}.${is === 'taken' && holder ? 'takenBy' : is}`, {
        service: service.toUpperCase(),
        port,
        holder: holder ?? '',
      }),
    ),
  ];
}

export function bridgesAsText(bridges: readonly ToldBridge[], say: SayBridge): string {
  if (bridges.length === 0) return `${say('bridge.none')}\n`;
  return bridges
    .flatMap((bridge) => linesOf(bridge, say))
    .map((line) => `${line}\n`)
    .join('');
}
