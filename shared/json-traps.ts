// What a JSON file can hide from the person who reads it: a name that is there twice, of which programs take the last, and letters that
// nobody sees or that turn the rest around. Pure.

/** Strings, and what opens, closes and parts. The text must be JSON already. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gu;

/** The first name that one object says twice; null where none does. `text` must parse. */
export function nameSaidTwice(text: string): string | null {
  const open: (Set<string> | null)[] = [];
  let last: string | null = null;
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && last !== null) {
      const names = open.at(-1);
      const name = JSON.parse(last) as string;
      if (names?.has(name)) return name;
      names?.add(name);
    }
    last = token.startsWith('"') ? token : null;
  }
  return null;
}

/** Scripts in whose words a joiner changes a letter and is written by hand (RFC 5892, appendix A.1 and A.2). */
const joining = String.raw`(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}])[\u200c\u200d]`;
const joiners = new RegExp(joining, 'gu');

/** Control, direction and format characters, private and unassigned ones, blanks that are letters, and piled-up marks. */
const hidden =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5|\p{Variation_Selector}|\p{M}{6}/u;

export function hasHiddenLetters(text: string): boolean {
  return hidden.test(text.replace(joiners, ''));
}

/** Where in a JSON value such a text or name stands, "helpdesk.name"; null: nowhere. `leaveOut`: names whose texts have lines. */
export function placeOfHiddenLetters(value: unknown, leaveOut: readonly string[], place = ''): string | null {
  if (typeof value === 'string') return hasHiddenLetters(value) ? place : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const at = place === '' ? name : `${place}.${name}`;
    if (hasHiddenLetters(name)) return place;
    const found = leaveOut.includes(name) ? null : placeOfHiddenLetters(inner, leaveOut, at);
    if (found !== null) return found;
  }
  return null;
}
