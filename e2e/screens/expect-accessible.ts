// axe finds nothing on a page, in light, dark and forced colours.
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** What can change with colours alone; all other rules find the same in every look, so they look once. */
const rulesOnColours = ['color-contrast', 'link-in-text-block'];

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** Runs inside the page; `rules`: only these. One line for each finding. */
async function findingsOf(rules: readonly string[]): Promise<string[] | null> {
  if (window.axe === undefined) return null;
  const { violations } = await window.axe.run(
    // Fluent's own keepers of the focus, which nobody can meet.
    { exclude: [['[data-tabster-dummy]']] },
    { resultTypes: ['violations'], ...(rules.length > 0 && { runOnly: [...rules] }) },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

async function lookWithAxe(page: Page, rules: readonly string[]): Promise<readonly string[]> {
  const findings = await page.evaluate(findingsOf, rules);
  if (findings !== null) return findings;
  await page.evaluate(axe.source);
  return (await page.evaluate(findingsOf, rules)) ?? ['axe did not come into the page'];
}

/** Says each finding softly, so that one page does not hide the others. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const [number, look] of looks.entries()) {
    await page.emulateMedia({
      colorScheme: look.colorScheme,
      forcedColors: look.forcedColors,
      // A page in the middle of a fade has no colours of its own.
      reducedMotion: 'reduce',
    });
    const findings = await lookWithAxe(page, number === 0 ? [] : rulesOnColours);
    expect.soft(findings, `${name}, ${look.name}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
}
