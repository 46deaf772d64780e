class StoreError(OSError):
    """What is wrong with the store, in one sentence, with what to do.

    To whoever waits for a disk that is full or away this is the same trouble.
    """
