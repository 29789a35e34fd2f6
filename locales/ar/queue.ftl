### The desk’s queue.

desk-nav-queue = قائمة الانتظار
