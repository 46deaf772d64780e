"""What the reference desk tells whoever listens."""

from django.dispatch import Signal

# The words of these reports have come, are others or are gone; sent inside the transaction of the
# change. Argument: report_ids, list[int].
words_changed = Signal()
