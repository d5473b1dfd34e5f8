"""The maps that there are to open: found, summed up, and searched, without a screen."""
