/** Where in the workspace the reader is. The address says it, so back, forward and reload work. */
import { signal } from '@preact/signals';
import { type Place, placeOf } from './address';

export const place = signal<Place>(placeOf(''));

/** Follows the address from now on. */
export function followAddress(): void {
  const read = () => {
    place.value = placeOf(location.hash);
  };
  read();
  addEventListener('hashchange', read);
}
