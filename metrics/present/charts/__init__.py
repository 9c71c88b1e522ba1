"""Charts as data: one module per shape; each is built once from an answer and knows its own words."""
