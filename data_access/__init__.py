"""The shared store: its tables, its engines, who may read what, and the checked way in."""
