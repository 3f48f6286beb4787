// Several other browsers behind one button. Loaded when first needed: the menu brings Fluent with it.
import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WaitView } from '../../shared/setup-state.ts';
import { ask } from '../setup/postkey-state.ts';
import { Kit } from '../ui/kit.tsx';

export function BrowserMenu({ browsers }: { readonly browsers: WaitView['otherBrowsers'] }) {
  const { t } = useTranslation('pages-sign-in');
  return (
    <Kit>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <button type="button" className="button button-secondary button-medium">
            {t('response.browser.choose')}
            <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" />
          </button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {browsers.map((browser) => (
              <MenuItem key={browser.id} onClick={() => void ask('response.openIn', { browser: browser.id })}>
                {browser.name}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </Kit>
  );
}
