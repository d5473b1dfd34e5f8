"""How often verdicts, intervals and opinion groups agree with votes that were held back."""
