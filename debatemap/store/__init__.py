"""Maps on the disk: the native file, read and written; atomic saves; samples; places."""
