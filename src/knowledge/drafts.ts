/** How a text for each channel is put together; only the case loads it. */
import type { DraftFile } from './draft-schema';
import draftsJson from './generated/drafts.json' with { type: 'json' };

export const draftFiles = draftsJson as unknown as readonly DraftFile[];
