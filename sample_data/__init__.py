"""The sample years: the files that the association's tools would send, made the same on every machine."""
