import type { View } from './view';

/** The same function, its answer kept as long as the view: every candidate of a message asks again. */
export function perView<T extends object>(compute: (view: View) => T): (view: View) => T {
  const known = new WeakMap<View, T>();
  return (view) => {
    const answer = known.get(view) ?? compute(view);
    known.set(view, answer);
    return answer;
  };
}
