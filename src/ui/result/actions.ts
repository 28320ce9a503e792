import { type ComponentChild, createContext } from 'preact';
import type { Explanation } from '../../screen/explain';

/** What a surface lets the reader do with a result, beside copying it. */
export const ResultActions = createContext<(explanation: Explanation) => ComponentChild>(() => null);
