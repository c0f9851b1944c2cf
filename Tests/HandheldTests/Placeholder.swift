// Placeholder: delete this file when the tests get their first real one.
