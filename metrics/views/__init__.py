"""What each view shows, without a screen: pages draw it, commands write it to files."""
