-- For wrk: one line with what a run showed: requests per second, the 50th and 99th percentile of the
-- times in milliseconds, the share of times above 35 ms (an answer that waited for a delayed
-- acknowledgement takes 40), and how many answers were wrong.
function done(summary, latency, requests)
    local slow, all = 0, 0
    for i = 1, #latency do
        local time, count = latency(i)
        all = all + count
        if time > 35000 then slow = slow + count end
    end
    local wrong = summary.errors.connect + summary.errors.read + summary.errors.write +
        summary.errors.status + summary.errors.timeout
    io.write(string.format("RESULT %.0f %.3f %.3f %.2f %d\n",
        summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000,
        latency:percentile(99) / 1000, all > 0 and 100 * slow / all or 0, wrong))
end
