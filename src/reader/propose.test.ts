import { expect, it } from 'vitest';
import { applyContexts } from '../screen/context';
import { viewOf } from '../screen/context/testing';
import { toOpinion } from './propose';

/** Words of such voices in the mouth of one who collects. */
const FAINT: readonly string[] = [
  '别打电话给我喊冤，三天之内钱不来，那辆车的轮胎少两个。',
  '脸都不要了是吧，一家子都是骗子，赶紧把一千九给我吐出来。',
  '辖区派出所民警让我带话，三点前不把四千打给我，就按诈骗罪抓你。',
];
const WARNING = '警方提示：自称法院要你转账的都是诈骗，请勿转账，谨防受骗。';

/** What is left, in the context of a text, of an accusation that the reader finds so probable. */
const left = (text: string, chance: number) => {
  const span = { label: 'threat', start: 0, end: 4, score: 0.9, chance, sure: true };
  return applyContexts(toOpinion({ spans: [span], message: [chance] }, ['threat']).candidates, viewOf(text)).length;
};

it.each(FAINT)('a faint voice takes back what is probable, not what is nearly certain: %s', (text) => {
  expect(left(text, 0.94)).toBe(0);
  expect(left(text, 0.95)).toBe(1);
});

it('a plain warning takes back whatever is found', () => expect(left(WARNING, 1)).toBe(0));
