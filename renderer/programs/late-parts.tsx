// The parts about mail programs that stand in pages of the set-up and of an account: loaded, with their words, when first shown.
import { lazy } from 'react';
import { loadWords } from '../setup/words.ts';

export const ChosenPrograms = lazy(async () => {
  const [part] = await Promise.all([import('./chosen-programs.tsx'), loadWords('programs')]);
  return { default: part.ChosenPrograms };
});

export const ProgramChoice = lazy(async () => {
  // Whoever chooses programs meets their lines next: they are there before the last page is drawn.
  void import('./chosen-programs.tsx');
  const [part] = await Promise.all([import('./program-choice.tsx'), loadWords('programs')]);
  return { default: part.ProgramChoice };
});

export const MailProgramsSection = lazy(async () => {
  const [part] = await Promise.all([import('./mail-programs-section.tsx'), loadWords('programs'), loadWords('bridge')]);
  return { default: part.MailProgramsSection };
});
