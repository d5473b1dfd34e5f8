"""What a newcomer is shown to try in the sample map."""
