### The desk’s queue.

desk-nav-queue = Очередь
