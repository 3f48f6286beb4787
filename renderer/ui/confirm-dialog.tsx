// The only dialog: a question before something is taken away. Escape and the second button mean no.
import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { PrimaryButton, SecondaryButton } from './buttons.tsx';
import './confirm-dialog.css';
import { isAnswer } from './form.tsx';
import { Kit } from './kit.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly yes: string;
  readonly no: string;
  /** Runs the request; a refusal is shown at the button and the dialog stays. */
  readonly onYes: () => unknown;
  readonly onClose: () => void;
}

export function ConfirmDialog({ title, text, yes, no, onYes, onClose }: ConfirmDialogProps) {
  const agree = async (): Promise<unknown> => {
    const answer = await onYes();
    if (!isAnswer(answer) || answer.accepted) onClose();
    return answer;
  };
  return (
    <Kit>
      <Dialog open modalType="alert" onOpenChange={(_event, data) => data.open || onClose()}>
        <DialogSurface className="confirm">
          <DialogBody>
            <DialogTitle className="confirm-title">{title}</DialogTitle>
            <DialogContent className="confirm-text">{text}</DialogContent>
            <DialogActions className="confirm-buttons">
              <SecondaryButton onPress={onClose}>{no}</SecondaryButton>
              <PrimaryButton onPress={agree}>{yes}</PrimaryButton>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </Kit>
  );
}
