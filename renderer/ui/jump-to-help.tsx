// On a stopped page whose helping button lies under the footer: a button that leads to it. Nothing where it is in sight.
import { ArrowDown } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SecondaryButton } from './buttons.tsx';

export interface JumpToHelpProps {
  readonly page: RefObject<HTMLElement | null>;
  readonly foot: RefObject<HTMLElement | null>;
  /** What the page is about: another one has another button. */
  readonly code: string;
}

/** Of a button: cut off at its edge it is not in sight. */
const whole = 0.9;

const helpOn = (page: RefObject<HTMLElement | null>): HTMLElement | null =>
  page.current?.querySelector<HTMLElement>('.cause-who button') ?? null;

export function JumpToHelp({ page, foot, code }: JumpToHelpProps) {
  const { t } = useTranslation('window');
  const [below, setBelow] = useState(false);
  useEffect(() => {
    const help = helpOn(page);
    setBelow(false);
    if (help === null || foot.current === null || code === '' || typeof IntersectionObserver === 'undefined') return;
    const watcher = new IntersectionObserver(
      ([entry]) => setBelow(entry !== undefined && entry.intersectionRatio < whole && entry.boundingClientRect.top > 0),
      { root: help.closest('main'), rootMargin: `0px 0px -${foot.current.offsetHeight}px 0px`, threshold: whole },
    );
    watcher.observe(help);
    return () => watcher.disconnect();
  }, [page, foot, code]);

  const jump = (): void => {
    const help = helpOn(page);
    help?.scrollIntoView({ block: 'center' });
    help?.focus({ preventScroll: true });
  };
  if (!below) return null;
  return (
    <SecondaryButton iconAfter={<ArrowDown size={18} strokeWidth={1.75} aria-hidden="true" />} onPress={jump}>
      {t('buttons.whatToDo')}
    </SecondaryButton>
  );
}
