/** The pages of the guide, apart from the rest of the knowledge: only the guide loads them. */
import guideJson from './generated/guide.json' with { type: 'json' };
import type { GuidePage } from './guide-schema';

export const guidePages = guideJson as unknown as readonly GuidePage[];
