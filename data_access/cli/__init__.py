"""The command line of the store: its imports, their history, and the register of people."""
