// Letters that look like others in the name of a host: alphabets mixed within one label, and names that read like one that many know.
// Pure. Unicode Technical Standard 39, sections 4 and 5: https://www.unicode.org/reports/tr39/

const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Cherokee',
  'Han',
  'Hiragana',
  'Katakana',
  'Bopomofo',
  'Hangul',
  'Arabic',
  'Hebrew',
  'Thai',
  'Devanagari',
  'Georgian',
] as const;
const patterns = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);
const ofAll = /[\p{Script=Common}\p{Script=Inherited}]/u;

/** "Highly restrictive", section 5.2: writing in East Asia mixes by nature. */
const mixes = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];

function scriptsIn(label: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const letter of label) {
    if (ofAll.test(letter)) continue;
    found.add(patterns.find(([, pattern]) => pattern.test(letter))?.[0] ?? 'another');
  }
  return found;
}

/** Whether one label mixes alphabets that nobody mixes. `host`: in Unicode. */
export function mixesAlphabets(host: string): boolean {
  return host.split('.').some((label) => {
    const found = [...scriptsIn(label)];
    return found.length > 1 && !mixes.some((mix) => found.every((script) => mix.includes(script)));
  });
}

/** From the standard's confusables.txt, what can stand in the name of a host and looks like an ASCII letter in usual faces. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', н: 'h', п: 'n' },
  ...{ о: 'o', р: 'p', ԛ: 'q', ѕ: 's', т: 't', у: 'y', ѵ: 'v', ԝ: 'w', х: 'x', ё: 'e', ї: 'i', г: 'r' },
  ...{ α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ω: 'w' },
  ...{ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ſ: 's', ɑ: 'a', ɡ: 'g', ɩ: 'i', օ: 'o', ո: 'n', ս: 'u' },
  ...{ '0': 'o', '1': 'l', '3': 'e', '5': 's', i: 'l' },
};

/** What a quick eye reads: two names with the same one look alike. `host`: in Unicode. */
export function skeletonOf(host: string): string {
  const plain = [...host.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')].map((letter) => {
    const once = lookAlikes[letter] ?? letter;
    return lookAlikes[once] ?? once;
  });
  return plain.join('').replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('cl', 'd');
}
