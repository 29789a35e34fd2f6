### The desk’s queue.

desk-nav-queue = 待办列表
