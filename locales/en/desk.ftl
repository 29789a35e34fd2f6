### Said to those who review what was posted.
