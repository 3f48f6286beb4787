// A titled part of a page, and the refusal of a choice that has no field of its own. The plain pieces pages are put together from.
import type { ReactNode } from 'react';
import { Mark } from '../ui/mark.tsx';
import './page-section.css';

export function PageSection({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="page-section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function PageRefusal({ children }: { readonly children: ReactNode }) {
  return (
    <p className="page-refusal" role="alert">
      <Mark state="failed" size={17} />
      <span>{children}</span>
    </p>
  );
}
