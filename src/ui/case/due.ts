import type { Sent } from '../../case/types';

/**
 * Whether a complaint should have been answered by now and no answer is noted.
 *
 * @param today `YYYY-MM-DD` in China Standard Time
 */
export const isDue = ({ due, answer }: Sent, today: string): boolean =>
  due !== undefined && due < today && answer.trim() === '';
