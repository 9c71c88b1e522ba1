"""The screen: one module per view, read top to bottom, and ``ui``, the pieces they share."""
