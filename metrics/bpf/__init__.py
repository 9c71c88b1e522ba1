"""The bilan pédagogique et financier of the training organisation (Cerfa 10443), lines C to G."""
