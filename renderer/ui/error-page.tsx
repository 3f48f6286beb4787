// What is shown when drawing itself fails: what is safe, and a way on. A bug, never an expected problem.
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pageCode } from '../../shared/page-code.ts';
import { PrimaryButton } from './buttons.tsx';
import './error-page.css';
import { Stamp } from './stamp.tsx';

export class ErrorPage extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <WentWrong /> : this.props.children;
  }
}

function WentWrong() {
  const { t } = useTranslation('window');
  return (
    <main className="error-page">
      <Stamp stopped code={pageCode({ page: 'broken' })} />
      <h1>{t('wrong.title')}</h1>
      <p>{t('wrong.text')}</p>
      <PrimaryButton onPress={() => location.reload()}>{t('wrong.reload')}</PrimaryButton>
    </main>
  );
}
