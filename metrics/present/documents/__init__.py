"""The documents that the association hands out, made of the same pieces as its views."""
