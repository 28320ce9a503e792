"""Makes the learned reader: pretrain, train, choose thresholds, quantise, export.  See README.md."""
import speed  # noqa: F401  first, before torch
import argparse
import datetime
import json
import random
import time
from pathlib import Path

import numpy as np
import torch

import data
import decide
import export
import fit
import model as network
import vocabulary as words
from augment import Augment
from labels import LABELS
from pretrain import pretrain

READER = words.ROOT / 'src/reader'
# Share of the time, dropout, learning rate: quick first, then slower to learn by heart.
LEGS = ((0.45, 0.10, 1.2e-3), (0.55, 0.22, 1.0e-3))
CLEAN_LIMIT, OFFICIAL_LIMIT = 0.025, 0.01
# A hint is a second choice under a wider limit, and for each label clearly lower than a finding: together about 8 %.
HINT_LIMIT, HINT_OFFICIAL, HINT_STEP = 0.05, 0.08, 0.1


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--unlabelled', required=True, help='gzipped plain lines')
    p.add_argument('--pretrain', type=float, default=12, help='minutes')
    p.add_argument('--fit', type=float, default=45, help='minutes')
    p.add_argument('--seed', type=int, default=7)
    p.add_argument('--threads', type=int, default=1)
    p.add_argument('--work', type=Path, default=Path('/tmp/reader'), help='folder for checkpoints')
    p.add_argument('--from-checkpoint', choices=['pretrained', 'first', 'fitted'], help='skip what is already done')
    return p.parse_args()


def log(text):
    print(time.strftime('%H:%M:%S'), text, flush=True)


def watch(model, messages, vocabulary):
    """How the model does on the part that sets thresholds: at one half, and with chosen thresholds."""
    values = decide.table(fit.scores(model, messages, vocabulary))
    even = decide.figures(values, messages, [0.5] * len(LABELS))
    chosen = decide.figures(values, messages, decide.choose(values, messages, CLEAN_LIMIT, OFFICIAL_LIMIT))
    pick = lambda f: ' '.join(f'{k} {f[k]:.3f}' for k in ('macroF1', 'found', 'falseAlarms', 'official'))
    return f'even: {pick(even)} | chosen: {pick(chosen)}'


def main():
    a = arguments()
    a.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(a.threads)
    for seed in (random.seed, np.random.seed, torch.manual_seed):
        seed(a.seed)
    parts = data.corpus()
    plain = data.plain(a.unlabelled, a.seed)
    kept = a.work / 'vocabulary.json'
    if a.from_checkpoint:
        vocabulary = words.Vocabulary(**json.loads(kept.read_text(encoding='utf-8')))
    else:
        vocabulary = words.build([m.chars for m in plain], [m.chars for m in parts['train']])
        kept.write_text(json.dumps({'chars': vocabulary.chars, 'groups': vocabulary.groups}, ensure_ascii=False),
                        encoding='utf-8')
    model = network.Tagger(vocabulary.n_chars, vocabulary.n_sounds)
    log(f"{ {k: len(v) for k, v in parts.items()} } plain {len(plain)} characters {vocabulary.n_chars} "
        f'sounds {vocabulary.n_sounds} weights {sum(p.numel() for p in model.parameters())}')

    stages = ['pretrained', 'first', 'fitted']
    done = stages.index(a.from_checkpoint) + 1 if a.from_checkpoint else 0
    if done:
        model.load_state_dict(torch.load(a.work / f'{a.from_checkpoint}.pt'))
    else:
        pretrain(model, plain + parts['train'], vocabulary, a.pretrain * 60, log=log)
        torch.save(model.state_dict(), a.work / 'pretrained.pt')
    augment = Augment(vocabulary, parts['train'], a.seed)
    for stage, (share, drop, rate) in zip(stages[1:], LEGS):
        if stages.index(stage) < done:
            continue
        network.set_drop(model, drop)
        model = fit.fit(model, parts['train'], plain, vocabulary, augment, a.fit * share * 60, rate, a.seed,
                        watch=lambda m: watch(m, parts['choose'], vocabulary),
                        save=lambda m: torch.save(m.state_dict(), a.work / f'{stage}.pt'), log=log)
        torch.save(model.state_dict(), a.work / f'{stage}.pt')
    finish(model, parts, vocabulary, a)


def finish(model, parts, vocabulary, a):
    weights, tensors = export.quantise(model)
    values = decide.table(fit.scores(model, parts['choose'], vocabulary))
    found = decide.choose(values, parts['choose'], CLEAN_LIMIT, OFFICIAL_LIMIT)
    hint = decide.choose(values, parts['choose'], HINT_LIMIT, HINT_OFFICIAL)
    hint = [min(f - HINT_STEP, h) for f, h in zip(found, hint)]
    result = {}
    for part in ('choose', 'fifth', 'writers'):
        if part != 'choose':
            values = decide.table(fit.scores(model, parts[part], vocabulary))
        result[part] = decide.figures(values, parts[part], found)
        soft = decide.figures(values, parts[part], hint)
        result[part]['hint'] = {k: soft[k] for k in ('found', 'falseAlarms', 'official')}
    about = {'made': datetime.date.today().isoformat(), 'labels': LABELS, 'floor': decide.FLOOR,
             'dilations': network.DILATIONS, 'heads': network.HEADS, 'window': 384, 'overlap': 96,
             'training': {'messages': len(parts['train']), 'minutes': [a.pretrain, a.fit], 'seed': a.seed,
                          **{p: {k: round(r[k], 3) for k in ('macroF1', 'found', 'falseAlarms', 'official')}
                             for p, r in result.items()}}}
    export.write(READER, weights, tensors, vocabulary, found, hint, about)
    sample = [m for m in parts['choose'] if len(m.chars) < 160][:20]
    export.vectors(READER, sample, fit.scores(model, sample, vocabulary))
    (a.work / 'figures.json').write_text(json.dumps(result, indent=1))
    log(json.dumps({p: {k: v for k, v in r.items() if k != 'labels'} for p, r in result.items()}))


if __name__ == '__main__':
    main()
