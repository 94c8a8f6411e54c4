"""Where stories come from: a folder for each source, and none knows another."""
