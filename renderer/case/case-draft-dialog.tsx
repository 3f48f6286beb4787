// A case file before it is saved: every line of it, what can be left out, and the three ways on. A dialog over the page it is about.
import { Copy } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDraft, CaseWish } from '../../shared/case-draft.ts';
import { ask } from '../setup/postkey-state.ts';
import { announce } from '../ui/announce.tsx';
import { PrimaryButton, QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import { CheckList } from '../ui/choice.tsx';
import { Notice } from '../ui/notice.tsx';
import './case-draft-dialog.css';
import { CaseGroups } from './case-groups.tsx';

const ticks = ['withLog', 'keepOrganisation'] as const satisfies readonly (keyof CaseWish)[];

export function CaseDraftDialog({ draft }: { readonly draft: CaseDraft }) {
  const { t } = useTranslation(['case-file', 'window']);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const { groups, wish, hasLog, hasOrganisation, mine, saved, finding } = draft;

  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    heading.current?.focus();
    // Main puts it away, too; then the page behind must answer again.
    return () => shown?.close();
  }, []);

  const offered = ticks.filter((tick) => (tick === 'withLog' ? hasLog : hasOrganisation));
  const choose = (change: Partial<CaseWish>): void => {
    const { withLog, keepOrganisation, leaveOut } = { ...wish, ...change };
    void ask('case.choose', { withLog, keepOrganisation, leaveOut: [...leaveOut] });
  };
  const save = async () => {
    const answer = await ask('case.save', {});
    if (answer.accepted || answer.refusal !== 'file-not-chosen') return answer;
    return undefined;
  };
  const copy = async () => {
    const answer = await ask('case.copy', {});
    if (answer.accepted) announce(t('preview.copied'));
    return answer;
  };
  return (
    <dialog
      className="case-draft"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        void ask('case.putAway', {});
      }}
    >
      <header className="case-draft-head">
        <h2 className="case-draft-title" id={id} ref={heading} tabIndex={-1}>
          {t('preview.title')}
        </h2>
        <p className="case-draft-lead">{t('preview.lead')}</p>
        {mine.map(({ address, mailbox }) => (
          <p key={address} className="case-draft-mine">
            {t('preview.mine', { address, mailbox })}
          </p>
        ))}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard */}
      <section className="case-draft-body" tabIndex={0} aria-labelledby={id}>
        {offered.length === 0 ? null : (
          <CheckList
            label={t('preview.parts')}
            columns
            options={offered.map((value) => ({ value, title: t(`preview.${value}`), text: t(`preview.${value}Text`) }))}
            values={offered.filter((value) => wish[value])}
            onChange={(values) =>
              choose({ withLog: values.includes('withLog'), keepOrganisation: values.includes('keepOrganisation') })
            }
          />
        )}
        <CaseGroups
          groups={groups}
          leavingOut={{ parts: wish.leaveOut, onChange: (leaveOut) => choose({ leaveOut }) }}
        />
      </section>
      <footer className="case-draft-foot">
        {finding === undefined ? null : (
          <Notice tone="stopped" title={t('preview.refused')} live>
            {t('preview.refusedText', { ...finding, what: t(`places.${finding.what}`) })}
          </Notice>
        )}
        {saved === undefined ? null : (
          <Notice tone="done" title={t('preview.savedTitle')} live>
            <span className="ltr">{saved}</span>
          </Notice>
        )}
        <div className="case-draft-buttons">
          <QuietButton onPress={() => ask('case.putAway', {})}>{t('preview.close')}</QuietButton>
          <SecondaryButton icon={<Copy size={17} strokeWidth={1.75} aria-hidden="true" />} onPress={copy}>
            {t('preview.copy')}
          </SecondaryButton>
          <PrimaryButton onPress={save}>{t('preview.save')}</PrimaryButton>
        </div>
      </footer>
    </dialog>
  );
}
