"""The views of a debate, as rows and cells that know no screen."""
