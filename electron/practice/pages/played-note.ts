// The note on a page that says which failure is being played, for the failures that a page can show.
import type { PracticeFailure } from '../../../shared/practice-failures.ts';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-frame.ts';

const shown = ['refused', 'closed-tab', 'wrong-person', 'scope-unticked'] as const;
type Shown = (typeof shown)[number];
const keys = {
  refused: 'refused',
  'closed-tab': 'closedTab',
  'wrong-person': 'wrongPerson',
  'scope-unticked': 'scopeUnticked',
} as const satisfies Record<Shown, string>;

/** Null when nothing is played, or something that only the mail servers play. */
export function playedNote(say: PageWords, playing: PracticeFailure | null): Markup | null {
  const failure = shown.find((each) => each === playing);
  if (!failure) return null;
  return html`<p class="note"><strong>${say.words(`playing.${keys[failure]}`)}</strong> ${say.words(`playing.${keys[failure]}What`)}</p>`;
}
