"""What search does by itself."""

from datetime import datetime

from portal.jobs import daily, every
from portal.search import misses, phrase_trainer, rebuild, vocabulary
from portal.search.engines import engine
from portal.search.index import slots


@every(minutes=5)
def rebuild_outdated_index(now: datetime) -> None:
    """After an upgrade that reads texts in another way, and in a new portal."""
    if rebuild.is_outdated():
        rebuild.rebuild()


@daily(hour=4)
def count_words_anew(now: datetime) -> None:
    engine().settle()
    vocabulary.recount(slots()[0])


@every(minutes=30)
def learn_changed_phrases(now: datetime) -> None:
    phrase_trainer.train()


@daily(hour=4)
def learn_phrases_anew(now: datetime) -> None:
    phrase_trainer.train(anew=True)


@daily(hour=4)
def forget_old_misses(now: datetime) -> None:
    misses.forget_old(now)
