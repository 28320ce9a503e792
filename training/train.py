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
import phrases
import vocabulary as words
from augment import Augment
from labels import LABELS
from pretrain import pretrain

READER = words.ROOT / 'src/reader'
DROP, RATE, END = 0.18, 1.3e-3, 0.01     # dropout, rate at the beginning, and its share at the end
PLAIN = 60_000      # plain lines among what the memory of phrases learns from
OWN = 5             # how often pretraining sees a message of the corpus for each time it sees a plain line
CLEAN_LIMIT, OFFICIAL_LIMIT = 0.011, 0.015
HINT_LIMIT, HINT_OFFICIAL = 0.026, 0.05


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--unlabelled', required=True, help='gzipped plain lines')
    p.add_argument('--pretrain', type=float, default=60, help='minutes')
    p.add_argument('--fit', type=float, default=40, help='minutes')
    p.add_argument('--teacher', type=Path, action='append', default=[],
                   help='checkpoint of an earlier reader with the same vocabulary, to learn from beside the labels')
    p.add_argument('--seed', type=int, default=7)
    p.add_argument('--workers', type=int, default=2, help='processor cores')
    p.add_argument('--work', type=Path, default=Path('/tmp/reader'), help='folder for checkpoints')
    p.add_argument('--from-checkpoint', choices=['pretrained', 'fitted'], help='skip what is already done')
    p.add_argument('--held-out', action='store_true', help='measure the held-out parts too: once, at the very end')
    return p.parse_args()


def log(text):
    print(time.strftime('%H:%M:%S'), text, flush=True)


def watch(model, messages, vocabulary):
    """How the model does on the part that sets thresholds: its ranking, and at one half."""
    values, chance = decide.judged(fit.scores(model, messages, vocabulary))
    shown = decide.ranking(values, chance, messages)
    even = decide.figures(values, chance, messages, 0.5)
    shown.update({k: even[k] for k in ('macroF1', 'found', 'falseAlarms')})
    return ' '.join(f'{k} {v:.3f}' for k, v in shown.items())


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

    if a.from_checkpoint:
        model.load_state_dict(torch.load(a.work / f'{a.from_checkpoint}.pt'))
    else:
        pretrain(model, plain + OWN * parts['train'], vocabulary, a.pretrain * 60, a.workers, log=log)
        torch.save(model.state_dict(), a.work / 'pretrained.pt')
    augment = Augment(vocabulary, parts['train'], plain, a.seed)
    if a.from_checkpoint != 'fitted':
        teachers = [copy.deepcopy(model) for _ in a.teacher]
        for teacher, path in zip(teachers, a.teacher):
            teacher.load_state_dict(torch.load(path))
        network.set_drop(model, DROP)
        model = fit.fit(model, parts['train'], plain, vocabulary, augment, a.fit * 60, RATE, END, a.seed, a.workers,
                        teachers, watch=lambda m: watch(m, parts['choose'], vocabulary), log=log)
        torch.save(model.state_dict(), a.work / 'fitted.pt')
    log(f'fitted: {watch(model, parts["choose"], vocabulary)}')
    messages = parts['train'] + random.sample(plain, min(PLAIN, len(plain)))
    memory = phrases.learn(messages, vocabulary, augment, a.seed, log)
    finish(model, memory, parts, vocabulary, a)


def finish(model, memory, parts, vocabulary, a):
    measured = ('choose', 'fifth', 'writers', 'realistic', 'contrastive') if a.held_out else ('choose',)
    decide.calibrate(model, fit.scores(model, parts['choose'], vocabulary), parts['choose'])
    weights, tensors = export.quantise(model, memory)
    recalled = {part: [memory.recall(*vocabulary.encode(m.chars)) for m in parts[part]] for part in measured}
    scored = fit.scores(model, parts['choose'], vocabulary)
    mixed = decide.mix(decide.judged(scored)[1], recalled['choose'], parts['choose'])
    values, chance = decide.judged(scored, recalled['choose'], mixed)
    found = decide.choose(values, chance, parts['choose'], CLEAN_LIMIT, OFFICIAL_LIMIT)
    hint = decide.choose(values, chance, parts['choose'], HINT_LIMIT, HINT_OFFICIAL)
    result = {}
    for part in measured:
        if part != 'choose':
            values, chance = decide.judged(fit.scores(model, parts[part], vocabulary), recalled[part], mixed)
        result[part] = decide.figures(values, chance, parts[part], found)
        result[part]['ranking'] = decide.ranking(values, chance, parts[part])
        soft = decide.figures(values, chance, parts[part], hint)
        result[part]['hint'] = {k: soft[k] for k in ('found', 'falseAlarms', 'official')}
    about = {'made': datetime.date.today().isoformat(), 'labels': LABELS, 'mixed': mixed, 'floor': decide.FLOOR,
             'least': decide.LEAST, 'layers': network.LAYERS, 'heads': network.HEADS, 'window': 200, 'overlap': 80,
             'training': {'messages': len(parts['train']), 'minutes': [a.pretrain, a.fit], 'seed': a.seed,
                          **{p: {k: round(r[k], 3) for k in ('macroF1', 'found', 'falseAlarms', 'official')}
                             for p, r in result.items()}}}
    export.write(READER, weights, tensors, vocabulary, found, hint, about)
    sample = [m for m in parts['choose'] if len(m.chars) < 160][:20]
    export.vectors(READER, sample, fit.scores(model, sample, vocabulary),
                   [memory.recall(*vocabulary.encode(m.chars)) for m in sample])
    (a.work / 'figures.json').write_text(json.dumps(result, indent=1))
    log(json.dumps({p: {k: v for k, v in r.items() if k != 'labels'} for p, r in result.items()}))


if __name__ == '__main__':
    main()
