import { defineBackground } from 'wxt/utils/define-background';
import { serveCards } from '../src/browser/card-service';
import { listenForRequests } from '../src/browser/requests';
import { createTurnReader } from '../src/reader/turns';

export default defineBackground({
  // A module shares the knowledge and the weights with the pages instead of carrying its own copy.
  type: 'module',
  main() {
    listenForRequests();
    serveCards(createTurnReader());
  },
});
