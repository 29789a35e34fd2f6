### Said to those who post a meeting.
