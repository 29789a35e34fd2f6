### Said of what comes out of a meeting, and of what groups are asked for.
