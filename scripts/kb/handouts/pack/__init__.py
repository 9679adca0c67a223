"""A workshop's print set: handouts, each as often as it is needed, bound into one PDF."""

from kb.handouts.pack.binder import Part, bind
from kb.handouts.pack.printset import Pack, packs

__all__ = ["Pack", "Part", "bind", "packs"]
