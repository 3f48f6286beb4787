// Every failure with what is played for it; one without an entry does not compile.
import type { PracticeFailure } from '../../../shared/practice-failures.ts';
import { mailPlays } from './mail-plays.ts';
import type { Play } from './play.ts';
import { signInPlays } from './sign-in-plays.ts';

export const plays: Readonly<Record<PracticeFailure, Play>> = { ...mailPlays, ...signInPlays };
