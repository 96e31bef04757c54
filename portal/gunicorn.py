"""What gunicorn does in each worker before the first visit."""

import gc


def post_worker_init(worker) -> None:
    """Leave the code that never dies out of every collection.

    A page makes many small objects that die at once; the default threshold has the
    collector walk the whole program several times a visit to find that out.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)
