"""Whole numbers for weights, and the files the product reads."""
import hashlib
import json
import zlib

import numpy as np
import torch

SKIP = ('guess.', 'prior')
STEPS = 15          # to either side of zero
GZIP = 31           # zlib's number for that format


def rows_of(name, tensor):
    """As the product multiplies: one row per output, inputs in a line (a convolution: tap by tap)."""
    a = tensor.detach().numpy().astype(np.float32)
    return a.transpose(0, 2, 1).reshape(a.shape[0], -1) if a.ndim == 3 else a


def _rounded(a):
    """Whole numbers of at most STEPS to either side, a row each, and what one is worth: of four ranges the one that
    loses least."""
    tried = []
    for share in (1, 0.9, 0.8, 0.7):
        scale = np.maximum(np.abs(a).max(1) * share, 1e-8).astype(np.float32) / np.float32(STEPS)
        whole = np.clip(np.rint(a / scale[:, None]), -STEPS, STEPS).astype(np.int8)
        tried.append((whole, scale, ((a - whole * scale[:, None]) ** 2).sum(1)))
    wholes, scales, lost = (np.stack(each) for each in zip(*tried))
    best, rows = lost.argmin(0), np.arange(len(a))
    return wholes[best, rows], scales[best, rows]


def quantise(model, phrases):
    """Rounds every matrix to 31 steps, in place, adds the memory of phrases, and returns (zipped bytes, list of tensors
    with the place of each in the unzipped ones)."""
    out, tensors = bytearray(), []
    for name, p in model.named_parameters():
        if name.startswith(SKIP):
            continue
        a = rows_of(name, p)
        entry = {'name': name, 'shape': list(a.shape), 'type': 'f32' if a.ndim == 1 else 'i8', 'at': len(out)}
        tensors.append(entry)
        if a.ndim == 1:
            out += a.astype('<f4').tobytes()
            continue
        q, scale = _rounded(a)
        out += scale.astype('<f4').tobytes() + q.tobytes()
        back = torch.from_numpy(q.astype(np.float32) * scale[:, None])
        with torch.no_grad():
            if p.ndim == 3:
                back = back.view(p.shape[0], p.shape[2], p.shape[1]).permute(0, 2, 1)
            p.copy_(back)
    for name, sign in (('for', 1), ('against', -1)):
        marked = phrases.marked(sign)
        tensors.append({'name': f'phrases.{name}', 'shape': [len(marked)], 'type': 'places', 'at': len(out)})
        out += marked
    return _zipped(bytes(out)), tensors


def _zipped(data):
    """The numbers of a tensor are not alike often enough for matches to pay, only unlike in how often each comes."""
    how = zlib.compressobj(9, zlib.DEFLATED, GZIP, 9, zlib.Z_HUFFMAN_ONLY)
    return how.compress(data) + how.flush()


def write(folder, weights, tensors, vocabulary, found, hint, about):
    (folder / 'weights.bin').write_bytes(weights)
    model = {
        'version': 1,
        'made': about['made'],
        'sha256': hashlib.sha256(weights).hexdigest(),
        'labels': about['labels'],
        'found': round(found, 4),
        'hint': round(hint, 4),
        'mixed': about['mixed'],
        'floor': about['floor'],
        'least': about['least'],
        'layers': about['layers'],
        'heads': about['heads'],
        'window': about['window'],
        'overlap': about['overlap'],
        'training': about['training'],
        'tensors': tensors,
        'chars': vocabulary.chars,
        'sounds': vocabulary.groups,
    }
    text = json.dumps(model, ensure_ascii=False, indent=1)
    (folder / 'model.json').write_text(text + '\n', encoding='utf-8')


def vectors(folder, messages, scored, recalled):
    rows = [{'text': ''.join(m.chars), 'message': [round(float(x), 5) for x in s[0]],
             'peak': [round(float(x), 5) for x in s[1].max(0)], 'recalled': round(r, 5)}
            for m, s, r in zip(messages, scored, recalled)]
    lines = ',\n'.join('  ' + json.dumps(r, ensure_ascii=False) for r in rows)
    (folder / 'vectors.json').write_text(f'[\n{lines}\n]\n', encoding='utf-8')
