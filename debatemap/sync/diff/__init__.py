"""Tell two debates apart in the words of arguments, and take differences back."""
