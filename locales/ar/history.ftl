### Said of what changed in a meeting, and when.
