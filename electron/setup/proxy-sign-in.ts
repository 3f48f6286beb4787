// The proxy's own login: asked of the person once, whoever needs it first, and kept in memory until Postkey ends. Knows no network.
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import type { ProxyAsk } from '../../shared/network-state.ts';
import type { Attempt, Clock } from './outside-world.ts';

export type ProxyAsked = Omit<ProxyAsk, 'refused'>;

/** Hands name and password to whoever writes them to the proxy, in that very call. */
export type UseLogin = <T>(use: (name: string, password: string) => T) => T;

export interface ProxySignIn {
  /** Null: the person does not want to, or nobody answered in time. `refused`: the proxy did not take the last one. */
  loginFor(asked: ProxyAsked, refused: boolean, attempt: Attempt): Promise<UseLogin | null>;
  view(): ProxyAsk | undefined;
  readonly handlers: {
    readonly 'proxy.signIn': (input: RequestInput<'proxy.signIn'>) => Answer;
    readonly 'proxy.decline': (input: RequestInput<'proxy.decline'>) => Answer;
  };
}

/** As long as somebody may take to find a password. Whoever waits for it has a deadline of its own, and asks again later. */
const answerMs = 5 * 60_000;
/** After a no, nobody is asked again for so long. */
const quietMs = 10 * 60_000;

interface Question {
  readonly ask: ProxyAsk;
  readonly answered: Promise<UseLogin | null>;
  answer(login: UseLogin | null): void;
}

/** Its realm is the proxy's own word: with a new one each time, a no would never hold. */
const proxyOf = ({ host, port }: ProxyAsked): string => `${host}:${port}`;
const placeOf = ({ host, port, realm }: ProxyAsked): string => `${host}:${port} ${realm}`;

export function makeProxySignIn({
  clock,
  changed,
}: {
  readonly clock: Clock;
  readonly changed: () => void;
}): ProxySignIn {
  const known = new Map<string, UseLogin>();
  const declined = new Map<string, number>();
  let open: Question | null = null;

  function question(ask: ProxyAsk): Question {
    let settle: (login: UseLogin | null) => void = () => undefined;
    const answered = new Promise<UseLogin | null>((resolve) => {
      settle = resolve;
    });
    const cancel = clock.after(answerMs, () => asked.answer(null));
    const asked: Question = {
      ask,
      answered,
      answer: (login) => {
        cancel();
        if (login) known.set(placeOf(ask), login);
        else declined.set(proxyOf(ask), clock.now());
        if (open === asked) open = null;
        changed();
        settle(login);
      },
    };
    return asked;
  }

  const isQuiet = (asked: ProxyAsked): boolean => {
    const at = declined.get(proxyOf(asked));
    return at !== undefined && Math.abs(clock.now() - at) < quietMs;
  };

  return {
    async loginFor(asked, refused, { signal }) {
      const place = placeOf(asked);
      if (refused) known.delete(place);
      const remembered = known.get(place);
      if (remembered) return remembered;
      if (isQuiet(asked) || signal.aborted) return null;
      // Another proxy's question goes first; whoever needs this one asks again.
      if (open && placeOf(open.ask) !== place) return null;
      if (!open) {
        open = question({ ...asked, refused });
        changed();
      }
      const given = new Promise<null>((resolve) =>
        signal.addEventListener('abort', () => resolve(null), { once: true }),
      );
      return Promise.race([open.answered, given]);
    },
    view: () => open?.ask,
    handlers: {
      'proxy.signIn': ({ name, password }) => {
        if (!open) return { accepted: false, refusal: 'not-now' };
        if (name.trim() === '') return { accepted: false, refusal: 'proxy-name-empty', field: 'name' };
        // Nothing but this function holds them: it cannot be printed, kept or sent.
        open.answer((use) => use(name.trim(), password));
        return accepted;
      },
      'proxy.decline': () => {
        open?.answer(null);
        return accepted;
      },
    },
  };
}
