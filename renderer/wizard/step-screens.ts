// Which page belongs to which step. A step without a page does not compile. Steps that are not needed share one page.
import type { ComponentType } from 'react';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { ConfigurePage } from '../steps/configure.tsx';
import { CredentialsPage } from '../steps/credentials.tsx';
import { FlowPage } from '../steps/flow.tsx';
import { MonitorPage } from '../steps/monitor.tsx';
import { RefreshPage } from '../steps/refresh.tsx';
import { RegisterPage } from '../steps/register.tsx';
import { RequestPage } from '../steps/request.tsx';
import { ResponsePage } from '../steps/response.tsx';
import { SkippedPage } from '../steps/skipped-page.tsx';
import { StorePage } from '../steps/store.tsx';
import { TestPage } from '../steps/test.tsx';
import { TokenPage } from '../steps/token.tsx';
import { UnderstandPage } from '../steps/understand.tsx';

const stepScreens: Record<StepId, ComponentType> = {
  understand: UnderstandPage,
  register: RegisterPage,
  credentials: CredentialsPage,
  flow: FlowPage,
  request: RequestPage,
  response: ResponsePage,
  token: TokenPage,
  store: StorePage,
  configure: ConfigurePage,
  test: TestPage,
  refresh: RefreshPage,
  monitor: MonitorPage,
};

/** The page that shows a step as it stands. */
export function screenOf(setup: SetupView, step: StepId): ComponentType {
  return setup.steps[step].kind === 'skipped' ? SkippedPage : stepScreens[step];
}
