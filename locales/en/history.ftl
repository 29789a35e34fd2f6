### Said of what changed in a meeting, and when.

caution-still-postponed = The date is not the published one any more, but the form still says “{ $status }”. If the new date is certain, choose “{ $confirmed }”.
caution-old-note = “{ $written }” was said of “{ $before }”. Now the form says “{ $status }”: change or delete what no longer holds.
