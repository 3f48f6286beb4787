// A small drawing of the caller's window, or of a browser's tab: the twelve marks, the page's title, the stamp in its corner, the buttons at its foot. Only
// drawn; all it shows stands beside it in words.

import { pages } from '../../shared/page-code.ts';
import type { CodeMeaning } from '../../shared/read-code.ts';
import { type StepId, setupSteps } from '../../shared/setup-steps.ts';
import { Mark, type MarkState } from '../ui/mark.tsx';
import './caller-picture.css';
import { pageButtons, pageWordsOf } from './page-words.ts';

export interface CallerPictureProps {
  readonly meaning: CodeMeaning;
  readonly title: string;
  /** The words on the buttons, the one that helps first. */
  readonly buttons: readonly string[];
}

function stepOf(meaning: CodeMeaning): StepId | undefined {
  if (meaning.kind === 'cause') return meaning.step;
  const traits = pages[meaning.page];
  return 'step' in traits ? traits.step : undefined;
}

/** In the browser, beside Postkey's window. */
const isTab = (meaning: CodeMeaning): boolean => meaning.kind === 'page' && meaning.page.startsWith('tab-');

/** Of the step that is shown: stopped, at work, waiting for the person, or closed. */
function markOf(meaning: CodeMeaning): MarkState {
  if (meaning.kind === 'cause') return 'failed';
  const words = pageWordsOf(meaning.page);
  if (words === 'skipped') return 'skipped';
  const buttons = pageButtons[words] ?? [];
  if (buttons.includes('window:buttons.goOn') || words === 'works' || words === 'done') return 'done';
  const waits = words === 'waiting' || words === 'copy-link' || words === 'device' || words === 'approval';
  return buttons.length === 0 || waits ? 'working' : 'needs-you';
}

export function CallerPicture({ meaning, title, buttons }: CallerPictureProps) {
  const shown = stepOf(meaning);
  const at = shown === undefined ? -1 : setupSteps.indexOf(shown);
  return (
    <div className="caller" aria-hidden="true">
      {isTab(meaning) ? null : (
        <div className="caller-rail">
          {setupSteps.map((step, index) => (
            <span key={step} className={index === at ? 'caller-step caller-step-shown' : 'caller-step'}>
              {shown === undefined ? null : <Mark state={markAt(index, at, meaning)} number={index + 1} size={11} />}
            </span>
          ))}
        </div>
      )}
      <div className="caller-sheet">
        <div className="caller-head">
          <strong className="caller-title">{title}</strong>
          <span className={meaning.kind === 'cause' ? 'caller-stamp caller-stamp-stopped' : 'caller-stamp'}>
            {meaning.code}
          </span>
        </div>
        <span className="caller-line" />
        <span className="caller-line caller-line-short" />
        <span className={meaning.kind === 'cause' ? 'caller-well caller-well-stopped' : 'caller-well'} />
        <span className="caller-foot">
          {buttons.slice(0, 2).map((button) => (
            <span key={button} className="caller-button">
              {button}
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}

function markAt(index: number, at: number, meaning: CodeMeaning): MarkState {
  if (index === at) return markOf(meaning);
  return index < at ? 'done' : 'waiting';
}
