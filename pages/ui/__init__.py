"""The pieces every view is made of; the only place that draws."""
