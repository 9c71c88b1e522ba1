"""The index of professional equality between women and men: pure rules, exact arithmetic."""
