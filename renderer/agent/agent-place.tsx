// Where the agent's page opens, over whatever is shown: by its key at any time. The page and its words come when first needed.
import { lazy, Suspense, useEffect } from 'react';
import { loadWords } from '../setup/words.ts';
import { closeAgent, isAgentKey, openAgent, useAgentIsOpen } from './agent-door.ts';

const AgentPage = lazy(async () => {
  const [page] = await Promise.all([
    import('./agent-page.tsx'),
    loadWords('agent'),
    loadWords('explain'),
    loadWords('approval'),
    loadWords('browser-page'),
    loadWords('preset'),
    loadWords('programs'),
  ]);
  return { default: page.AgentPage };
});

export function AgentPlace() {
  const isOpen = useAgentIsOpen();

  useEffect(() => {
    const open = (event: KeyboardEvent): void => {
      if (!isAgentKey(event)) return;
      event.preventDefault();
      openAgent();
    };
    document.addEventListener('keydown', open);
    return () => document.removeEventListener('keydown', open);
  }, []);

  return isOpen ? (
    <Suspense fallback={null}>
      <AgentPage onClose={closeAgent} />
    </Suspense>
  ) : null;
}
