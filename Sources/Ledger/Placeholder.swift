// Placeholder: delete this file when the module gets its first real one.
