"""From a staging folder to what people see: atomic swap, pruning, the memory of the last run."""
