import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { connectCard, isConnected, onShowCard } from '../src/browser/card-client';
import { showCard } from '../src/ui/card/show';
import content from '../src/ui/styles/card.css?inline';
import edge from '../src/ui/styles/card-edge.css?inline';

/** Put into a page when the user asks; one that is there already goes on, unless an update has cut it off. */
export default defineUnlistedScript(() => {
  const own = globalThis as { duncheckCard?: typeof isConnected };
  if (own.duncheckCard?.()) return;
  own.duncheckCard = isConnected;
  onShowCard((order) => showCard(order, connectCard, { edge, content }));
});
