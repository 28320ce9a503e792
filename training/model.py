"""The tagger: character and pinyin embeddings, gated dilated convolutions, two attention layers, two heads."""
import torch
import torch.nn as nn
import torch.nn.functional as F

CHAR, SOUND, WIDTH, HEADS = 80, 32, 160, 4
# The layers in order: a convolution of that dilation, or (0) attention.
LAYERS = (1, 2, 4, 0, 1, 0)


class Drop(nn.Module):
    """Dropout of whole channels of a message: far fewer random numbers than one for each cell."""

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x):
        if not self.training or not self.share:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[2]) >= self.share
        return x * (keep / (1 - self.share))


def set_drop(model, share):
    for module in model.modules():
        if isinstance(module, Drop):
            module.share = share


class Block(nn.Module):
    """x + a * sigmoid(b), where (a, b) is a dilated convolution of the normalised x."""

    def __init__(self, dilation, drop):
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.conv = nn.Conv1d(WIDTH, 2 * WIDTH, 3, padding=dilation, dilation=dilation)
        self.drop = Drop(drop)

    def forward(self, x, mask):
        y = self.norm(x) * mask
        y = F.glu(self.conv(y.transpose(1, 2)).transpose(1, 2), dim=-1)
        return x + self.drop(y)


class Attention(nn.Module):
    """Plain self-attention: lets a word at one end of a message see who is addressed at the other."""

    def __init__(self, drop):
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.drop = Drop(drop)

    def forward(self, x, mask):
        b, t, _ = x.shape
        q, k, v = self.qkv(self.norm(x)).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        score = q @ k.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5
        score = score.float().masked_fill(mask.view(b, 1, 1, t) == 0, -1e9)
        y = (score.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(b, t, WIDTH)
        return x + self.drop(self.out(y))


class Tagger(nn.Module):
    def __init__(self, chars, sounds, labels=9, drop=0.0):
        super().__init__()
        self.char = nn.Embedding(chars, CHAR)
        self.sound = nn.Embedding(sounds, SOUND)
        self.enter = nn.Linear(CHAR + SOUND, WIDTH)
        self.layers = nn.ModuleList(Block(d, drop) if d else Attention(drop) for d in LAYERS)
        self.norm = nn.LayerNorm(WIDTH)
        # Rows 0-8: character scores; 9-17: where each label's message head looks; 18-26: what it reads there.
        self.heads = nn.Linear(WIDTH, 3 * labels)
        self.bias = nn.Parameter(torch.full((labels,), -2.0))
        self.drop = Drop(drop)
        self.guess = nn.Linear(WIDTH, CHAR)  # pretraining only
        self.prior = nn.Parameter(torch.zeros(chars))  # pretraining only
        nn.init.normal_(self.char.weight, std=0.3)
        nn.init.normal_(self.sound.weight, std=0.3)

    def hidden(self, chars, sounds):
        mask = (chars != 0).unsqueeze(-1).float()
        x = torch.cat([self.char(chars), self.sound(sounds)], -1)
        x = self.drop(self.enter(x).float())
        for layer in self.layers:
            x = layer(x, mask)
        return self.norm(x.float()), mask

    def forward(self, chars, sounds):
        """Logits per character [B,T,L] and per message [B,L]."""
        return self.decide(*self.hidden(chars, sounds))

    def decide(self, h, mask):
        spans, look, read = self.heads(self.drop(h)).float().chunk(3, -1)
        weight = look.masked_fill(mask == 0, -1e9).softmax(1)
        return spans, (weight * read).sum(1) + self.bias

    def masked_guess(self, h, where):
        """Logits over all characters at the places `where` [B,T] in `h`, for each such place."""
        return self.guess(h[where]) @ self.char.weight.t() + self.prior
