import { expect, it } from 'vitest';
import { applyContexts } from '../screen/context';
import { viewOf } from '../screen/context/testing';
import { toOpinion } from './propose';

const COMPLAINT = '你尽管去投诉，我录着音呢，我已经报警说你骂人了。';
const WARNING = '警方提示：自称法院要你转账的都是诈骗，请勿转账，谨防受骗。';

/** What is left, in the context of a text, of an accusation that the reader finds so probable. */
const left = (text: string, chance: number) => {
  const span = { label: 'threat', start: 0, end: 4, score: 0.9, chance, sure: true };
  return applyContexts(toOpinion({ spans: [span], message: [chance] }, ['threat']).candidates, viewOf(text)).length;
};

it('a complaint takes back what the reader finds probable, not what it is nearly certain of', () => {
  expect(left(COMPLAINT, 0.97)).toBe(0);
  expect(left(COMPLAINT, 0.98)).toBe(1);
});

it('a warning takes back whatever it finds', () => expect(left(WARNING, 1)).toBe(0));
