import generated from '../knowledge/generated/reader.json' with { type: 'json' };

/** Names weights and thresholds: 12 hex digits of a SHA-256 over both. Saved screenings name it. */
export const READER_VERSION = generated.version;
