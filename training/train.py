"""Makes the learned reader: pretrain, train, choose thresholds, quantise, export.  See README.md."""
import speed  # noqa: F401  first, before torch
import argparse
import copy
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
# Dropout, rate at the beginning and its share at the end: of the first training, and of the branches from it.
TRUNK, BRANCH = (0.18, 1e-3, 0.7), (0.2, 1.5e-3, 0.01)
CLEAN_LIMIT, OFFICIAL_LIMIT = 0.015, 0.015
# A hint is a second choice under a wider limit, and for each label clearly lower than a finding: together about 8 %.
HINT_LIMIT, HINT_OFFICIAL, HINT_STEP = 0.05, 0.08, 0.1


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--unlabelled', required=True, help='gzipped plain lines')
    p.add_argument('--pretrain', type=float, default=30, help='minutes')
    p.add_argument('--fit', type=float, default=16, help='minutes')
    p.add_argument('--branch', type=float, default=12, help='minutes for each branch')
    p.add_argument('--branches', type=int, default=2, help='how many continue from there; their weights are averaged')
    p.add_argument('--seed', type=int, default=7)
    p.add_argument('--workers', type=int, default=2, help='processor cores')
    p.add_argument('--work', type=Path, default=Path('/tmp/reader'), help='folder for checkpoints')
    p.add_argument('--from-checkpoint', choices=['pretrained', 'trunk', 'fitted'], help='skip what is already done')
    p.add_argument('--held-out', action='store_true', help='measure the held-out parts too: once, at the very end')
    return p.parse_args()


def log(text):
    print(time.strftime('%H:%M:%S'), text, flush=True)


def watch(model, messages, vocabulary):
    """How the model does on the part that sets thresholds: its ranking, and at one half."""
    values = decide.table(fit.scores(model, messages, vocabulary))
    shown = decide.ranking(values, messages)
    even = decide.figures(values, messages, [0.5] * len(LABELS))
    shown.update({k: even[k] for k in ('macroF1', 'found', 'falseAlarms')})
    return ' '.join(f'{k} {v:.3f}' for k, v in shown.items())


def mean_of(states):
    """Branches of one training lie so near to each other that the mean of their weights is a good model too."""
    return {k: torch.stack([s[k] for s in states]).mean(0) for k in states[0]}


def main():
    a = arguments()
    a.work.mkdir(parents=True, exist_ok=True)
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

    stages = ['pretrained', 'trunk', 'fitted']
    done = stages.index(a.from_checkpoint) if a.from_checkpoint else -1
    if done >= 0:
        model.load_state_dict(torch.load(a.work / f'{a.from_checkpoint}.pt'))
    else:
        pretrain(model, plain + 2 * parts['train'], vocabulary, a.pretrain * 60, a.workers, log=log)
        torch.save(model.state_dict(), a.work / 'pretrained.pt')

    def train(minutes, seed, drop, rate, end):
        each = copy.deepcopy(model)
        network.set_drop(each, drop)
        each = fit.fit(each, parts['train'], plain, vocabulary, Augment(vocabulary, parts['train'], plain, seed),
                       minutes * 60, rate, end, seed, a.workers,
                       watch=lambda m: watch(m, parts['choose'], vocabulary), log=log)
        log(f'seed {seed}: {watch(each, parts["choose"], vocabulary)}')
        return each.state_dict()

    if done < 1:
        model.load_state_dict(train(a.fit, a.seed, *TRUNK))
        torch.save(model.state_dict(), a.work / 'trunk.pt')
    if done < 2:
        states = []
        for number in range(1, a.branches + 1):
            states.append(train(a.branch, a.seed + 100 * number, *BRANCH))
            torch.save(states[-1], a.work / f'branch{number}.pt')
        model.load_state_dict(mean_of(states))
        torch.save(model.state_dict(), a.work / 'fitted.pt')
    log(f'all: {watch(model, parts["choose"], vocabulary)}')
    finish(model, parts, vocabulary, a)


def finish(model, parts, vocabulary, a):
    decide.calibrate(model, fit.scores(model, parts['choose'], vocabulary), parts['choose'])
    weights, tensors = export.quantise(model)
    values = decide.table(fit.scores(model, parts['choose'], vocabulary))
    found = decide.choose(values, parts['choose'], CLEAN_LIMIT, OFFICIAL_LIMIT)
    hint = decide.choose(values, parts['choose'], HINT_LIMIT, HINT_OFFICIAL)
    hint = [min(f - HINT_STEP, h) for f, h in zip(found, hint)]
    result = {}
    for part in ('choose', 'fifth', 'writers') if a.held_out else ('choose',):
        if part != 'choose':
            values = decide.table(fit.scores(model, parts[part], vocabulary))
        result[part] = decide.figures(values, parts[part], found)
        result[part]['ranking'] = decide.ranking(values, parts[part])
        soft = decide.figures(values, parts[part], hint)
        result[part]['hint'] = {k: soft[k] for k in ('found', 'falseAlarms', 'official')}
    about = {'made': datetime.date.today().isoformat(), 'labels': LABELS, 'floor': decide.FLOOR,
             'layers': network.LAYERS, 'heads': network.HEADS, 'window': 200, 'overlap': 80,
             'training': {'messages': len(parts['train']), 'minutes': [a.pretrain, a.fit, a.branch], 'seed': a.seed,
                          **{p: {k: round(r[k], 3) for k in ('macroF1', 'found', 'falseAlarms', 'official')}
                             for p, r in result.items()}}}
    export.write(READER, weights, tensors, vocabulary, found, hint, about)
    sample = [m for m in parts['choose'] if len(m.chars) < 160][:20]
    export.vectors(READER, sample, fit.scores(model, sample, vocabulary))
    (a.work / 'figures.json').write_text(json.dumps(result, indent=1))
    log(json.dumps({p: {k: v for k, v in r.items() if k != 'labels'} for p, r in result.items()}))


if __name__ == '__main__':
    main()
