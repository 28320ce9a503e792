import { describe, expect, it } from 'vitest';
import model from './model.json';
import { chanceOfAny, findSpans } from './spans';

const TEXT = '一二三四五六';
const LABELS = 3;
const MODEL = { ...model, labels: ['a', 'b', 'c'], found: 0.8, hint: 0.5, floor: 0.15, least: 0.45, mixed: [1, 1, 0] };

/** Spans of scores by hand: for the message per label, and for its characters alike. */
function spans(message: number[], chars = message, recalled = 0): string[] {
  const scores = {
    message: Float32Array.from(message),
    chars: Float32Array.from({ length: TEXT.length * LABELS }, (_, at) => chars[at % LABELS] as number),
    recalled,
  };
  return findSpans(TEXT, scores, chanceOfAny(scores, MODEL.mixed), MODEL).map(
    ({ label, sure }) => `${label} ${sure ? 'sure' : 'hint'}`,
  );
}

describe('what is proposed', () => {
  it.each([
    ['nothing below the threshold of a hint', [0.49, 0, 0], []],
    ['a hint from there', [0.51, 0, 0], ['a hint']],
    ['a finding from the threshold of a finding', [0.81, 0, 0], ['a sure']],
    ['what several labels say together counts', [0.6, 0.6, 0], ['a sure', 'b sure']],
    ['a label that is weak by itself is not named', [0.81, 0.44, 0], ['a sure']],
    ['many weak labels name nothing', [0.4, 0.4, 0.44], []],
  ])('%s', (_, message, expected) => expect(spans(message)).toEqual(expected));

  it('what the phrases say counts for and against', () => {
    expect(spans([0.7, 0, 0], [0.7, 0, 0], 1)).toEqual(['a sure']);
    expect(spans([0.7, 0, 0], [0.7, 0, 0], -1)).toEqual([]);
  });

  it('neither head alone carries a label', () => {
    expect(spans([0.99, 0, 0], [0.14, 0, 0])).toEqual([]);
    expect(spans([0.14, 0.9, 0], [0.99, 0.9, 0])).toEqual(['b sure']);
  });
});

describe('where the words begin and end', () => {
  /** The words that come out when just these characters are suspicious. */
  function words(text: string, suspicious: string): string[] {
    const from = text.indexOf(suspicious);
    const scores = {
      message: Float32Array.from([0.9]),
      chars: Float32Array.from(text, (_, at) => (at >= from && at < from + suspicious.length ? 0.9 : 0)),
      recalled: 0,
    };
    const chance = chanceOfAny(scores, MODEL.mixed);
    return findSpans(text, scores, chance, { ...MODEL, labels: ['a'] }).map(({ start, end }) => text.slice(start, end));
  }

  it.each([
    ['grow to the border of a clause that is near', '就去你单位', '我就去你单位闹'],
    ['not to one that is far', '不还钱', '不还钱'],
    ['shed the torn edge of the next clause', '我就去你单位闹，到', '我就去你单位闹'],
    ['and of the one before', '钱，我就去你单位闹', '我就去你单位闹'],
    ['but short words keep it', '单位闹，到', '单位闹，到'],
  ])('%s', (_, suspicious, expected) => {
    expect(words('你要是今天之内再不还钱，我就去你单位闹，到时别怪我', suspicious)).toEqual([expected]);
  });
});
