"""Kills, failing disks, power cuts and spoilt files: whether an edit can be lost."""
