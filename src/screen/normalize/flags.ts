/** Bits of `Canonical.disguise`. Those "before" speak of what stood between this unit and the one before it. */

/** One character had been written in several (亻崔), or as another word that looks like it. */
export const SPLIT = 1;
/** A rare character that looks like the one meant. */
export const LOOK_ALIKE = 2;
/** Symbols, brackets or line breaks pushed before it, inside a word. */
export const INSERTED = 4;
/** Invisible characters or strokes laid over it or after it, inside a word. */
export const HIDDEN = 8;
/** A blank before it, among characters that are spaced one by one. */
export const SPACED = 16;
/** A decorative letter or digit (𝟑, ①, Ⓥ). */
export const FANCY = 32;
/** A blank stood before it: no disguise, but often the end of a clause in chat messages. */
export const GAP = 64;

/** Bits that belong to the unit itself. */
export const OWN = SPLIT | LOOK_ALIKE | HIDDEN | FANCY;
/** Bits that speak of the place before the unit and are a disguise. */
export const BEFORE = INSERTED | SPACED;
