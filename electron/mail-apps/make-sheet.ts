// Makes the hand-over sheet of one program for one account: which ways are open, what to do on the way asked for, what must be there
// before. Pure; writes nothing and holds no secret.
import type { HandOverSheet, HandOverWay, Phrase } from '../../shared/hand-over.ts';
import type { MakeSheet } from '../setup/hand-over-world.ts';
import { judgeWays } from './judge-ways.ts';
import { say } from './phrases.ts';
import type { ProgramPage, ProgramTraits } from './program-page.ts';
import { programPages } from './program-pages.ts';
import { type Subject, servicesUsed, subjectOf } from './subject.ts';

export type SheetParts = Pick<Subject, 'tokenCommand' | 'system'>;

export function makeSheets(parts: SheetParts): MakeSheet {
  return (about, program, asked) => {
    const subject = subjectOf(about, { ...parts, program });
    const page = programPages[program];
    const { traits } = page;
    const choices = judgeWays(traits, subject);
    const isOpen = (way: HandOverWay | null): way is HandOverWay =>
      choices.some((choice) => choice.way === way && choice.verdict !== 'not-here');
    const best = choices.find(({ verdict }) => verdict === 'best')?.way ?? traits.prefers[0] ?? 'own';
    const way = isOpen(asked) ? asked : best;
    const services = servicesUsed(subject, traits.speaks);
    const filled = isOpen(way) ? page.fill(subject, way, services) : { screens: [] };
    return {
      accountId: subject.accountId,
      program,
      way,
      choices,
      oauth: page.oauth(subject),
      services,
      screens: filled.screens,
      files: filled.files ?? [],
      later: isOpen(way) ? [...alwaysLater(page, subject, way), ...(filled.later ?? [])] : [],
      needs: way === 'bridge' && isOpen(way) ? needsOf(traits, subject, program) : [],
    };
  };
}

function needsOf({ bridgeDoor }: ProgramTraits, { bridge }: Subject, program: string): HandOverSheet['needs'] {
  const hasPassword = bridge?.programs.some((each) => each.program === program) ?? false;
  return [
    ...(bridge?.isOn ? [] : (['bridge-on'] as const)),
    ...(bridgeDoor === 'tls' && !bridge?.encrypts ? (['bridge-certificate'] as const) : []),
    ...(hasPassword ? [] : (['bridge-password'] as const)),
  ];
}

/** What follows from the way alone, whatever the program. */
function alwaysLater({ traits }: ProgramPage, subject: Subject, way: HandOverWay): readonly Phrase[] {
  const { signsInAs, provider, family } = subject;
  if (way === 'bridge') return [say('common.later.bridgeRuns')];
  if (way === 'command') return [say('common.later.commandAsks')];
  if (way !== 'own') return [];
  const approval = traits.namedAtMicrosoft ? 'common.later.namedAtMicrosoft' : 'common.later.approval';
  return [
    say('common.later.ownPage', { provider: provider.shortName }),
    ...(signsInAs ? [say('common.later.signInAs', { person: signsInAs })] : []),
    ...(family === 'microsoft-work' ? [say(approval)] : []),
  ];
}
