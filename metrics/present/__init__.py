"""What answers are told in: words, pieces, charts, and the files that hold them."""
