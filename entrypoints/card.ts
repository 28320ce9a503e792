import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { connectCard, onShowCard } from '../src/browser/card-client';
import { showCard } from '../src/ui/card/show';
import content from '../src/ui/styles/card.css?inline';
import edge from '../src/ui/styles/card-edge.css?inline';

/** Put into a page when the user asks; a second time, the one that is there goes on. */
export default defineUnlistedScript(() => {
  const own = globalThis as { duncheckCard?: true };
  if (own.duncheckCard) return;
  own.duncheckCard = true;
  onShowCard((order) => showCard(order, connectCard, { edge, content }));
});
