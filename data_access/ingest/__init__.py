"""The checked way in: contracts, guarded reading, every problem at once, one transaction per file."""
