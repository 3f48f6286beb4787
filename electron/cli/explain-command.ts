// `postkey explain [--json] TEXT…`: what a message means, without a window and without the network. Keeps nothing.
import type { Explanation } from '../../shared/explanation.ts';
import { explanationAsJson, explanationAsText, type FindWords } from './explain-answer.ts';

export interface ExplainParts {
  readonly explain: (text: string) => Explanation;
  readonly find: FindWords;
  /** Null: nothing is piped in. */
  readonly readInput: () => Promise<string | null>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The exit code: 0 explained, for certain or with its candidates; 1 only a general answer; 2 no text. */
export async function explainCommand(
  wish: { readonly text: string | null; readonly json: boolean },
  { explain, find, readInput, out, err }: ExplainParts,
): Promise<0 | 1 | 2> {
  const text = wish.text ?? (await readInput()) ?? '';
  if (text.trim() === '') {
    err(`${find('cli', 'wrongUse.command', { usage: find('cli', 'usage.explain') })}\n`);
    return 2;
  }
  const explanation = explain(text);
  out(wish.json ? explanationAsJson(explanation, find) : explanationAsText(explanation, find));
  return explanation.certain || explanation.candidates.length > 0 ? 0 : 1;
}
