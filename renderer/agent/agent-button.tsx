// The button that opens the agent's page, where help is. Says its key, which opens it anywhere.
import { Headset } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SecondaryButton } from '../ui/buttons.tsx';
import './agent-button.css';
import { agentKeyName, openAgent } from './agent-door.ts';

export interface AgentButtonProps {
  /** Puts away what the button stands in, which gives the focus back to where it came from. */
  readonly onPress: () => void;
}

export function AgentButton({ onPress }: AgentButtonProps) {
  const { t } = useTranslation('window');
  return (
    <div className="agent-button">
      <SecondaryButton
        size="small"
        icon={<Headset size={18} strokeWidth={1.75} aria-hidden="true" />}
        onPress={() => {
          onPress();
          openAgent();
        }}
      >
        {t('help.code')}
      </SecondaryButton>
      <span className="agent-button-key">{t('help.codeKey', { key: agentKeyName })}</span>
    </div>
  );
}
