"""Why a claim is as strong as it is, and what a verdict turns on."""
