// A preset that waits for an answer: the link to it first, then the preset itself. Drawn from the snapshot alone.
import type { PresetOffer as Offer } from '../../shared/preset-offer.ts';
import { LinkPage } from './link-page.tsx';
import { PresetPage } from './preset-page.tsx';

export function PresetOffer({ offer }: { readonly offer: Offer }) {
  return offer.stage === 'link' ? <LinkPage offer={offer} /> : <PresetPage offer={offer} />;
}
