import type { Knowledge } from '../knowledge/compiled';
import { LENDERS, ROLES, URGENCIES } from '../knowledge/vocabulary';
import { type Message, readTime, type Screening } from '../screen';

export interface InputRecord {
  readonly id: string | number;
  readonly message: Message;
}

/** A line that cannot be screened; the message says which field is wrong and what it takes. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
}

/**
 * Reads one line of input: `{"id","text","receivedAt"?,"sender"?,"lender"?,"role"?,"urgency"?}`.
 *
 * @throws RecordError when the line is not such an object
 */
export function parseRecord(line: string): InputRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new RecordError('not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RecordError('not a JSON object');
  const record = value as Record<string, unknown>;
  const { id, text } = record;
  if (typeof id !== 'string' && typeof id !== 'number') throw new RecordError('"id" must be a string or a number');
  // Any other number may come out of JSON as a neighbour of the one that was written.
  if (typeof id === 'number' && !Number.isSafeInteger(id))
    throw new RecordError(`"id" is no whole number of at most ${Number.MAX_SAFE_INTEGER}; write it as a string`);
  if (typeof text !== 'string') throw new RecordError('"text" must be a string');
  const receivedAt = optionalString(record, 'receivedAt');
  if (receivedAt !== undefined) checkTime(receivedAt);
  const sender = optionalString(record, 'sender');
  const lender = optionalChoice(record, 'lender', LENDERS);
  const role = optionalChoice(record, 'role', ROLES);
  const urgency = optionalChoice(record, 'urgency', URGENCIES);
  return {
    id,
    message: {
      text,
      ...(receivedAt !== undefined && { receivedAt }),
      ...(sender !== undefined && { sender }),
      ...(lender && { lender }),
      ...(role && { role }),
      ...(urgency && { urgency }),
    },
  };
}

function checkTime(value: string): void {
  try {
    readTime(value);
  } catch {
    throw new RecordError(
      '"receivedAt" must be ISO 8601 with offset (2026-01-31T21:15:00+08:00) or a day (2026-01-31)',
    );
  }
}

function optionalString(record: Record<string, unknown>, field: string): string | undefined {
  const value = record[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new RecordError(`"${field}" must be a string`);
  return value;
}

function optionalChoice<T extends string>(
  record: Record<string, unknown>,
  field: string,
  choices: readonly T[],
): T | undefined {
  const value = optionalString(record, field);
  if (value === undefined) return undefined;
  if (!choices.includes(value as T)) throw new RecordError(`"${field}" must be one of ${choices.join(', ')}`);
  return value as T;
}

/**
 * One line of output; law is given as people cite it, so that the file can be read without this program.
 *
 * @param more fields that stand after the id
 */
export function toOutput(
  id: string | number,
  screening: Screening,
  knowledge: Knowledge,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const findings = screening.findings.map(({ rule, category, level, basis, act, start, end, quote, law }) => ({
    rule,
    category,
    level,
    basis,
    act,
    start,
    end,
    quote,
    law: law.map((article) => ({
      id: article,
      instrument: knowledge.articles[article]?.instrument,
      article: knowledge.articles[article]?.article,
    })),
  }));
  return JSON.stringify({
    id,
    ...more,
    verdict: screening.verdict,
    findings,
    channels: screening.steps.flatMap(({ channel }) => channel ?? []),
  });
}
