// The receipt as plain text: what was done when, with what came of it, and what is left. Holds no secret; the address is the
// person's own. Pure.
import type { TFunction } from 'i18next';
import { type LeavingLine, type LeavingView, leavingParts } from '../../shared/leaving.ts';
import { byHandWords, lineWords, writeInstant, writeTime } from './leaving-words.ts';

export function receiptText(t: TFunction, language: string, leaving: LeavingView): string {
  const { address, signsInAs, providerName, startedAt, endedAt, lines, byHand, takenUp } = leaving;
  const plain = { interpolation: { escapeValue: false } };
  const say = (key: string, values: Readonly<Record<string, string>> = {}): string =>
    t(`leaving:receipt.${key}`, { ...values, ...plain });
  const over = leavingParts.flatMap((part) => {
    const line: LeavingLine = lines[part];
    return 'result' in line ? [{ part, line }] : [];
  });
  // One may have been tried again after the others.
  const inOrder = over.sort((one, other) => one.line.at - other.line.at);
  const done = inOrder.flatMap(({ part, line }) => {
    const { problem } = line;
    return [
      say('line', { time: writeTime(language, line.at), title: t(`leaving:lines.${part}.title`) }),
      say('result', { result: lineWords(t, language, leaving, part, line) ?? '' }),
      ...(problem ? [say('reason', { what: t(`problems:${problem.code}.what`, { ...problem.facts, ...plain }) })] : []),
    ];
  });
  const left = byHand.flatMap((item) => [
    say('item', { what: byHandWords(t, language, leaving, item) }),
    ...('page' in item && item.page !== undefined ? [say('page', { page: item.page })] : []),
  ]);
  const head = [
    say('head', { address }),
    say('provider', { provider: providerName }),
    ...(signsInAs === undefined ? [] : [say('signsInAs', { signsInAs })]),
    say('from', { time: writeInstant(language, startedAt, true) }),
    ...(endedAt === undefined ? [] : [say('to', { time: writeInstant(language, endedAt, true) })]),
  ];
  return [
    head,
    done,
    takenUp ? [t('leaving:takenUp')] : [],
    [say('left'), ...(left.length > 0 ? left : [say('item', { what: t('leaving:byHand.none') })])],
  ]
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}
