// Lays the open page about mail programs over what stands there else; nothing of it is loaded before it is asked for.
import { lazy, type ReactNode, Suspense } from 'react';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { useProgramsPlace } from './programs-door.ts';

const HandOverPage = lazy(async () => {
  const [page] = await Promise.all([
    import('./hand-over-page.tsx'),
    loadWords('programs'),
    loadWords('hand-over'),
    loadWords('bridge'),
  ]);
  return { default: page.HandOverPage };
});

const BridgePage = lazy(async () => {
  const [page] = await Promise.all([import('../bridge/bridge-page.tsx'), loadWords('programs'), loadWords('bridge')]);
  return { default: page.BridgePage };
});

const PickPage = lazy(async () => {
  const [page] = await Promise.all([import('./pick-page.tsx'), loadWords('programs')]);
  return { default: page.PickPage };
});

/** Whose pages are open, if any are. */
export function useProgramsPage(
  id: string | undefined,
  { handOver }: PostkeyState,
): 'bridge' | 'sheet' | 'pick' | null {
  const place = useProgramsPlace();
  if (id === undefined) return null;
  const own = place?.id === id ? place : undefined;
  if (own?.isOver) return own.kind;
  return handOver?.accountId === id ? 'sheet' : (own?.kind ?? null);
}

export interface ProgramsPlaceProps {
  /** The account's, or the set-up's in progress. */
  readonly id: string;
  readonly address: string;
  readonly children: ReactNode;
}

export function ProgramsPlace({ id, address, children }: ProgramsPlaceProps) {
  const state = usePostkey();
  const page = useProgramsPage(id, state);
  if (page === null) return children;
  const { handOver } = state;
  return (
    <Suspense fallback={null}>
      {page === 'bridge' ? <BridgePage id={id} address={address} /> : null}
      {page === 'sheet' && handOver !== undefined ? (
        <HandOverPage key={handOver.program} sheet={handOver} address={address} />
      ) : null}
      {page === 'pick' ? <PickPage id={id} address={address} /> : null}
    </Suspense>
  );
}
