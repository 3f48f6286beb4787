// axe finds nothing on a page, in light, dark and forced colours.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** Says each finding softly, so that one page does not hide the others. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const look of looks) {
    await page.emulateMedia({
      colorScheme: look.colorScheme,
      forcedColors: look.forcedColors,
      // A page in the middle of a fade has no colours of its own.
      reducedMotion: 'reduce',
    });
    // Electron cannot open the second page that axe otherwise wants.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-tabster-dummy]').analyze();
    const findings = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
    expect.soft(findings, `${name}, ${look.name}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
}
