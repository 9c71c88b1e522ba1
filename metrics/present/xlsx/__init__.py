"""A view as one Excel workbook: what it is, a sheet for each of its tables, then their references."""
