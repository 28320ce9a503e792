"""Eight-bit weights and the files the product reads."""
import hashlib
import json

import numpy as np
import torch

SKIP = ('guess.', 'prior')


def rows_of(name, tensor):
    """As the product multiplies: one row per output, inputs in a line (a convolution: tap by tap)."""
    a = tensor.detach().numpy().astype(np.float32)
    return a.transpose(0, 2, 1).reshape(a.shape[0], -1) if a.ndim == 3 else a


def quantise(model):
    """Rounds every matrix to 127 steps a row, in place, and returns (bytes, list of tensors)."""
    out, tensors = bytearray(), []
    for name, p in model.named_parameters():
        if name.startswith(SKIP):
            continue
        a = rows_of(name, p)
        if a.ndim == 1:
            tensors.append({'name': name, 'shape': list(a.shape), 'type': 'f32', 'at': len(out)})
            out += a.astype('<f4').tobytes()
            continue
        scale = np.maximum(np.abs(a).max(1), 1e-8).astype(np.float32) / np.float32(127)
        q = np.clip(np.rint(a / scale[:, None]), -127, 127).astype(np.int8)
        tensors.append({'name': name, 'shape': list(a.shape), 'type': 'i8', 'at': len(out)})
        out += scale.astype('<f4').tobytes() + q.tobytes()
        back = torch.from_numpy(q.astype(np.float32) * scale[:, None])
        with torch.no_grad():
            if p.ndim == 3:
                back = back.view(p.shape[0], p.shape[2], p.shape[1]).permute(0, 2, 1)
            p.copy_(back)
    return bytes(out), tensors


def write(folder, weights, tensors, vocabulary, found, hint, about):
    (folder / 'weights.bin').write_bytes(weights)
    model = {
        'version': 1,
        'made': about['made'],
        'sha256': hashlib.sha256(weights).hexdigest(),
        'labels': about['labels'],
        'found': round(found, 4),
        'hint': round(hint, 4),
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


def vectors(folder, messages, scored):
    rows = [{'text': ''.join(m.chars), 'message': [round(float(x), 5) for x in s[0]],
             'peak': [round(float(x), 5) for x in s[1].max(0)]} for m, s in zip(messages, scored)]
    lines = ',\n'.join('  ' + json.dumps(r, ensure_ascii=False) for r in rows)
    (folder / 'vectors.json').write_text(f'[\n{lines}\n]\n', encoding='utf-8')
