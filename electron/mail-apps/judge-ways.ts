// Which ways are open for a program and an account, and which is best. Pure.
import type { HandOverChoice, HandOverWay, Phrase } from '../../shared/hand-over.ts';
import { handOverWays } from '../../shared/hand-over.ts';
import { say } from './phrases.ts';
import type { ProgramTraits } from './program-page.ts';
import { loginFor, type Subject, servicesUsed } from './subject.ts';

interface Judged {
  readonly isOpen: boolean;
  readonly why: Phrase;
}

const open = (why: Phrase): Judged => ({ isOpen: true, why });
const closed = (why: Phrase): Judged => ({ isOpen: false, why });

type Judge = (traits: ProgramTraits, subject: Subject) => Judged;

const own: Judge = ({ signsInAt, opensShared }, { family, practice, provider, signsInAs }) => {
  const values = { provider: provider.shortName };
  if (practice) return closed(say('ways.own.practice'));
  if (family === 'none') return closed(say('ways.own.none', values));
  if (signsInAt.includes(family) && signsInAs && !opensShared) return closed(say('ways.own.shared'));
  if (signsInAt.includes(family)) return open(say('ways.own.open', values));
  if (signsInAt.length === 0) return closed(say('ways.own.cannot'));
  return closed(family === 'microsoft-cloud' ? say('ways.own.cloud') : say('ways.own.notHere', values));
};

const command: Judge = ({ speaks, calls }, subject) => {
  const { isByPassword, provider } = subject;
  if (isByPassword) return closed(say('ways.command.password', { provider: provider.shortName }));
  if (calls.length === 0) return closed(say('ways.command.cannot'));
  if (subject.practice) return closed(say('ways.command.practice'));
  if (subject.off.includes('command')) return closed(say('ways.command.off'));
  const byToken = servicesUsed(subject, speaks).filter((service) => loginFor(subject, service)?.by === 'token');
  const lacking = byToken.find((service) => !calls.includes(service));
  return lacking ? closed(say(`ways.command.cannotFor.${lacking}`)) : open(say('ways.command.open'));
};

const bridge: Judge = ({ runs }, { isByPassword, off }) => {
  if (runs !== 'here') return closed(say(`ways.bridge.${runs}`));
  if (off.includes('bridge')) return closed(say('ways.bridge.off'));
  return isByPassword ? closed(say('ways.bridge.notNeeded')) : open(say('ways.bridge.open'));
};

/** Google's stand in no provider data, because Postkey signs in there; machines that cannot sign in still need them. */
const password: Judge = (_traits, { isByPassword, family, provider, practice }) => {
  const values = { provider: provider.shortName };
  if (isByPassword) return open(say(`ways.password.${provider.password?.kind ?? 'account'}`, values));
  if (practice) return closed(say('ways.password.practice'));
  if (family === 'google') return open(say('ways.password.google'));
  if (family.startsWith('microsoft')) return closed(say('ways.password.microsoft'));
  return provider.password ? open(say('ways.password.also', values)) : closed(say('ways.password.none', values));
};

const judges: Readonly<Record<HandOverWay, Judge>> = { own, command, bridge, password };

/** In the order own, command, bridge, password. None is open when the program speaks nothing that the account has. */
export function judgeWays(traits: ProgramTraits, subject: Subject): readonly HandOverChoice[] {
  const [service] = traits.speaks;
  const services = servicesUsed(subject, traits.speaks);
  const judged = handOverWays.map((way) => {
    const needsNone = way === 'own' && traits.byExchange?.includes(subject.family);
    if (services.length === 0 && !needsNone) {
      return { way, ...closed(say(`ways.lacks.${traits.speaks.length === 1 ? service : 'all'}`)) };
    }
    const { isOpen, why } = judges[way](traits, subject);
    const closes = isOpen ? (traits.closes?.(subject, way, services) ?? null) : null;
    if (closes) return { way, ...closed(closes) };
    return { way, isOpen, why: traits.whys?.(subject, way, isOpen) ?? why };
  });
  const order = subject.isByPassword ? (['password', ...traits.prefers] as const) : traits.prefers;
  const best = order.find((way) => judged.some((each) => each.way === way && each.isOpen));
  return judged.map(({ way, isOpen, why }) => {
    const verdict = way === best ? 'best' : 'works';
    return { way, verdict: isOpen ? verdict : 'not-here', why };
  });
}
