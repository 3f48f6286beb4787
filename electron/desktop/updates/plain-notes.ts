// What the makers say about a version, as plain text: marks of HTML are taken out, never drawn. Pure.

const mostLetters = 4_000;

/** `notes`: as electron-updater has them, a text or one text a version. */
export function plainNotes(
  notes: string | readonly { readonly version: string; readonly note: string | null }[] | null | undefined,
): string {
  const text = typeof notes === 'string' ? notes : (notes ?? []).map(({ note }) => note ?? '').join('\n\n');
  return text
    .replace(/<[^>]{0,200}>/gu, '')
    .replace(/[^\P{C}\n]/gu, '')
    .trim()
    .slice(0, mostLetters);
}
