// What the provider's servers offer, remembered while Postkey runs: learnt with each login. SMTP is asked before the first one, because a
// program asks once, before it logs in, and not again (RFC 4954 section 4).
import type { Service } from '../../shared/mail-provider.ts';
import type { Attempt, Clock, Outcome } from '../setup/outside-world.ts';
import type { Road } from './bridge-parts.ts';

/** A server that did not answer is not asked again for so long, however many programs come. */
const againMs = 30_000;

export interface LearntOffers {
  /** Null: not known. */
  offers(service: Service): Promise<readonly string[] | null>;
  keep(service: Service, offers: readonly string[]): void;
}

export function learnOffers(
  clock: Clock,
  open: (service: Service, attempt: Attempt) => Promise<Outcome<Road>>,
): LearntOffers {
  const known = new Map<Service, readonly string[]>();
  let asking: Promise<readonly string[] | null> | null = null;
  let failedAt: number | null = null;

  async function ask(service: Service): Promise<readonly string[] | null> {
    const road = await open(service, new AbortController());
    if (!road.ok) {
      failedAt = clock.now();
      return null;
    }
    road.value.close();
    known.set(service, road.value.offers);
    return road.value.offers;
  }

  return {
    async offers(service) {
      const kept = known.get(service);
      if (kept || service !== 'smtp') return kept ?? null;
      if (failedAt !== null && Math.abs(clock.now() - failedAt) < againMs) return null;
      asking ??= ask(service).finally(() => {
        asking = null;
      });
      return asking;
    },
    keep: (service, offers) => known.set(service, offers),
  };
}
