// What a person is told before Postkey ends: what is under way and goes on later, and what stops with it. Pure.
import { isOver, leavingParts } from '../../shared/leaving.ts';
import type { PostkeyState } from '../../shared/postkey-state.ts';

export type QuitLine =
  | { readonly code: 'setUp' | 'leaving'; readonly address: string }
  | { readonly code: 'setUpNew' | 'bridge' };

/** Empty: nothing is lost by it, and nobody is asked. */
export function quitLines({
  setup,
  leaving,
  bridges,
}: Pick<PostkeyState, 'setup' | 'leaving' | 'bridges'>): readonly QuitLine[] {
  const lines: QuitLine[] = [];
  // Whoever has typed no address yet has begun nothing.
  const isBegun = setup && (setup.address !== undefined || setup.practice);
  if (isBegun) lines.push(setup.address ? { code: 'setUp', address: setup.address } : { code: 'setUpNew' });
  if (leaving && !leavingParts.every((part) => isOver(leaving.lines[part]))) {
    lines.push({ code: 'leaving', address: leaving.address });
  }
  if (bridges.some(({ isOn }) => isOn)) lines.push({ code: 'bridge' });
  return lines;
}
