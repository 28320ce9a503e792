import generated from '../knowledge/generated/reader.json' with { type: 'json' };

/** Names the weights and all that decides with them: 12 hex digits of a SHA-256. Saved screenings name it. */
export const READER_VERSION = generated.version;
