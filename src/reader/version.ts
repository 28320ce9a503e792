import generated from '../knowledge/generated/reader.json' with { type: 'json' };

/** First 12 hex digits of the SHA-256 of the weights: saved screenings name it. */
export const READER_VERSION = generated.version;
