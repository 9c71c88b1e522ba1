"""The pieces views are made of: each asks its questions and tells their answers."""
