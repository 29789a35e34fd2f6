### The desk’s queue.

desk-nav-queue = Lista de espera
