// The keys that lead back from a page: Escape, and what browsers use. Not while something lies over the page, nor while one types.
import { useEffect } from 'react';

const overThePage = '[role="dialog"], [role="alertdialog"], [role="menu"], .help-panel';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;
}

export function useWayBack(goBack: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isBack =
        event.key === 'Escape' || event.key === 'BrowserBack' || (event.altKey && event.key === 'ArrowLeft');
      if (!isBack || isTyping(event.target) || document.querySelector(overThePage) !== null) return;
      event.preventDefault();
      goBack();
    };
    // Before anything else hears it: a menu that closes by Escape is gone by the time the key has come up to the window.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [goBack]);
}
