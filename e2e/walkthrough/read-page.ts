// The words of the page that stands in the window, for the guide. Reads what a person reads; leaves out what is only for screen readers.
import type { Page } from '@playwright/test';
import type { StepId } from '../../shared/setup-steps.ts';

export interface PageWords {
  readonly step: StepId;
  readonly title: string;
  readonly lead: string;
  /** In the order of the page; `isHeading` begins a new thought. */
  readonly lines: readonly { readonly text: string; readonly isHeading: boolean }[];
  readonly code: string;
}

export async function readPage(page: Page, step: StepId): Promise<PageWords> {
  const words = await page.evaluate(() => {
    const textOf = (element: Element | null): string => {
      if (!(element instanceof HTMLElement) || element.checkVisibility?.() === false) return '';
      const copy = element.cloneNode(true) as HTMLElement;
      for (const unseen of copy.querySelectorAll('.unseen, svg')) unseen.remove();
      return (copy.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();
    };
    const sheet = document.querySelector('main');
    const body = sheet?.querySelector('.page-body');
    const told = 'h2, h3, p, li, legend';
    // Ladders, forms and the clock are told by the picture.
    const pictured = '.ladder, .lifeguard, .choice, .countdown, .unseen, figure, button';
    const lines = [...(body?.querySelectorAll(told) ?? [])]
      .filter((element) => element.closest(pictured) === null && element.querySelector(told) === null)
      .map((element) => ({ text: textOf(element), isHeading: Number(getComputedStyle(element).fontWeight) >= 600 }))
      .filter(({ text }) => text !== '');
    return {
      title: textOf(sheet?.querySelector('h1') ?? null),
      lead: textOf(sheet?.querySelector('.page-lead') ?? null),
      code: textOf(sheet?.querySelector('.stamp-code') ?? null),
      lines,
    };
  });
  return { step, ...words };
}
