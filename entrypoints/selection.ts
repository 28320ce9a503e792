import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSelection } from '../src/intake/selection';

/** Runs in a frame when the user asks for a check, returns what is selected there, and leaves nothing behind. */
export default defineUnlistedScript(() => readSelection(window) as unknown as undefined);
