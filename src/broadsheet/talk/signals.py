"""What the talk tells whoever listens."""

from django.dispatch import Signal

# Who may comment is another matter now under the reports below these pages of the tree, and under
# those that are among them; sent inside the transaction of the change. Argument: page_ids,
# list[int].
modes_changed = Signal()
