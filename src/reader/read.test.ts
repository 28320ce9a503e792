import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import model from './model.json';
import { BrokenWeightsError, createReader } from './read';
import vectors from './vectors.json';

const fileOf = (name: string) => new Uint8Array(readFileSync(new URL(name, import.meta.url)));
const packed = fileOf('./weights.bin');
const weights = gunzipSync(packed);
const kernel = fileOf('./kernel.wasm');
const reader = createReader(model, weights, kernel);

/** Sums run in another order here than where the vectors were made. */
const TOLERANCE = 1e-2;

describe('reader', () => {
  it.each(vectors)('scores as the training code does: $text', ({ text, message, peak, recalled }) => {
    const scores = reader.scores(text);
    expect(scores.recalled).toBeCloseTo(recalled, 4);
    message.forEach((value, label) => {
      expect(Math.abs((scores.message[label] ?? 0) - value)).toBeLessThan(TOLERANCE);
    });
    peak.forEach((value, label) => {
      let top = 0;
      for (let t = 0; t < text.length; t++) top = Math.max(top, scores.chars[t * peak.length + label] ?? 0);
      expect(Math.abs(top - value)).toBeLessThan(TOLERANCE);
    });
  });

  it('weighs what the model says it weighs', async () => {
    const hash = await crypto.subtle.digest('SHA-256', packed);
    expect(Buffer.from(hash).toString('hex')).toBe(model.sha256);
    expect(packed.byteLength).toBeLessThan(1_200_000);
  });

  it('keeps offsets inside the text, whatever its length', () => {
    const unit = vectors
      .slice(0, 6)
      .map(({ text }) => text)
      .join('\n');
    for (const text of ['', ' ', '\n', '😀', '😀'.repeat(400), unit, unit.repeat(3)]) {
      for (const { start, end, score } of reader.read(text).spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(score).toBeGreaterThan(0);
      }
    }
  });

  it('finds the surest words again at the end of a long text', () => {
    const surest = vectors
      .flatMap(({ text }) => reader.read(text).spans.map((span) => ({ ...span, text })))
      .sort((a, b) => b.score - a.score)[0];
    if (!surest) throw new Error('nothing is found in any vector');
    const before = `${'今天天气很好，我们去公园走走。'.repeat(60)}\n`;
    const again = reader.read(before + surest.text).spans.filter(({ label, start, end }) => {
      const [from, to] = [start - before.length, end - before.length];
      return label === surest.label && from < surest.end && to > surest.start;
    });
    expect(again).not.toEqual([]);
  });

  it('gives a finding no lower a threshold than a hint', () => {
    expect(model.found).toBeGreaterThanOrEqual(model.hint);
  });

  it('finds no label more probable than that any line is crossed', () => {
    const calm = createReader({ ...model, mixed: [1, 0, -9] }, weights, kernel);
    const threat = vectors.find(({ message }) => Math.max(...message) > 0.9)?.text ?? '';
    expect(Math.max(...reader.read(threat).message)).toBeGreaterThan(0.9);
    expect(Math.max(...calm.read(threat).message)).toBeLessThan(0.9);
  });

  it('refuses weights that are cut off, and a model that does not say how the chance is mixed', () => {
    for (const length of [0, 1000, weights.length - 1])
      expect(() => createReader(model, weights.subarray(0, length), kernel)).toThrow(BrokenWeightsError);
    expect(() => createReader({ ...model, mixed: [] }, weights, kernel)).toThrow(BrokenWeightsError);
  });
});
