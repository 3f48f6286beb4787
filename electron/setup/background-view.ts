// Postkey's life beside its window, as the window shows it.
import type { BackgroundView } from '../../shared/postkey-state.ts';
import type { PostkeyParts } from './postkey-parts.ts';

/** `hasBridge`: one is on. */
export function backgroundView(
  { background, memory }: Pick<PostkeyParts, 'background' | 'memory'>,
  hasBridge: boolean,
): BackgroundView {
  const stays = memory.preferences().staysInBackground === true;
  return {
    startsAtLogin: background.startsAtLogin(),
    canStartAtLogin: background.canStartAtLogin(),
    hasTray: background.hasTray(),
    stays,
    goesOn: stays || hasBridge || background.startedHidden(),
  };
}
