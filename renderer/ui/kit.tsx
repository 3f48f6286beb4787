// Fluent's ground: its styles carry the page's nonce, its tokens are ours. Wrapped around menus and dialogs, which load with it
// when first needed, so that the first page does not pay for it.
import {
  createDOMRenderer,
  FluentProvider,
  PortalMountNodeProvider,
  RendererProvider,
} from '@fluentui/react-components';
import { type ReactNode, useSyncExternalStore } from 'react';
import { usePostkey } from '../setup/postkey-state.ts';
import { darkTheme, lightTheme } from '../styles/fluent-theme.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {});

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}

export function Kit({ children }: { readonly children: ReactNode }) {
  const { direction } = usePostkey();
  const isDark = useSyncExternalStore(subscribe, () => dark.matches);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider className="kit" theme={isDark ? darkTheme : lightTheme} dir={direction} targetDocument={document}>
        {/* Menus and dialogs stand inside the page's main part, so that they belong to a landmark. */}
        <PortalMountNodeProvider value={document.querySelector('main') ?? undefined}>
          {children}
        </PortalMountNodeProvider>
      </FluentProvider>
    </RendererProvider>
  );
}
