### The desk’s queue: what waits, what was decided, and how to undo it.

desk-nav-queue = Queue
