### The desk’s queue.

desk-nav-queue = File d’attente
