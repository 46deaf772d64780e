class Trouble(Exception):
    """Why a command cannot go on, in one sentence: what, what was found, what to do."""
