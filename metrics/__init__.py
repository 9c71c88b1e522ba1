"""The figures: declared once in the catalogue, asked of the store, made safe, then shown or written."""
