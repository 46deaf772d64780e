class VaultError(Exception):
    """What keeps a backup from being made or taken up, in one sentence, with what to do."""
