import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, decode, encode } from './canonical';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, shuffled(member)]),
  );
};

describe('canonical JSON', () => {
  it('writes the example of RFC 8785, 3.2.2 and 3.2.3', () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders names by UTF-16 code units, numbers among them too', () => {
    const names = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7, '10': 8, '2': 9 };
    expect(Object.keys(JSON.parse(canonicalJson(names))).length).toBe(9);
    expect([...canonicalJson(names).matchAll(/:(\d)/g)].map(([, digit]) => digit).join('')).toBe('248967153');
  });

  it('keeps lone surrogates, leaves undefined out, and refuses what is no JSON', () => {
    expect(decode(encode({ text: 'a\ud800b' }))).toEqual({ text: 'a\ud800b' });
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    const cycle: unknown[] = [];
    cycle.push(cycle);
    for (const bad of [Number.NaN, Infinity, 1n, () => 1, new Date(), new Map(), [undefined], cycle]) {
      expect(() => canonicalJson(bad)).toThrow(TypeError);
    }
  });

  it('is one for equal values, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }), (value) => {
        const written = canonicalJson(value);
        expect(canonicalJson(shuffled(value))).toBe(written);
        expect(canonicalJson(decode(encode(value)))).toBe(written);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
